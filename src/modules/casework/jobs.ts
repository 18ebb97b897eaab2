import type { Job } from '#platform/jobs/job.ts';
import { fileJob } from './issued-paper/jobs.server.ts';
import { jobs as signatureJobs } from './signature-check/jobs.server.ts';

/** The background jobs of casework. */
export const jobs: readonly Job<unknown>[] = [...signatureJobs, fileJob];
