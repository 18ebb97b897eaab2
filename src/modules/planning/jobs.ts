import type { Job } from '#platform/jobs/job.ts';
import { readJob } from './plan-draft/jobs.server.ts';

/** The background jobs of planning. */
export const jobs: readonly Job<unknown>[] = [readJob];
