import { findActor } from '#modules/directory/index.server.ts';
import { exportJob } from '#modules/lists/index.server.ts';
import type { Job } from '#platform/jobs/job.ts';
import { auditExport } from './audit-log/pages/audit-export.tsx';
import { purgeTrashJob } from './trash/jobs.server.ts';

/** The background jobs of the workbench. */
export const jobs: readonly Job<unknown>[] = [purgeTrashJob, exportJob(auditExport, findActor)];
