import { findActor } from '#modules/directory/index.server.ts';
import { plainListJobs } from '#modules/lists/index.server.ts';
import type { Job } from '#platform/jobs/job.ts';
import { deliveryList } from './delivery/pages/delivery-list.tsx';
import { batchJob } from './paper-batch/jobs.server.ts';
import { fileJob } from './issued-paper/jobs.server.ts';
import { jobs as signatureJobs } from './signature-check/jobs.server.ts';

/** The background jobs of casework. */
export const jobs: readonly Job<unknown>[] = [
  ...plainListJobs(deliveryList, findActor),
  ...signatureJobs,
  fileJob,
  batchJob,
];
