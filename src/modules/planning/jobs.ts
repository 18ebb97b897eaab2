import type { Job } from '#platform/jobs/job.ts';

/** The background jobs of planning. */
export const jobs: readonly Job<unknown>[] = [];
