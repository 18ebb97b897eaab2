import type { Job } from '#platform/jobs/job.ts';
import { purgeTrashJob } from './trash/jobs.server.ts';

/** The background jobs of the workbench. */
export const jobs: readonly Job<unknown>[] = [purgeTrashJob];
