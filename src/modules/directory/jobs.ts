import type { Job } from '#platform/jobs/job.ts';
import { dropRepliesJob } from './api-token/jobs.server.ts';
import { deliverJob } from './webhook/jobs.server.ts';
import { sendLinkJob } from './password-link/jobs.server.ts';

/** The background jobs of the directory. */
export const jobs: readonly Job<unknown>[] = [sendLinkJob, dropRepliesJob, deliverJob];
