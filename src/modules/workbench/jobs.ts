import { deliveryJobs, digestJob, freezeJob, remindJob } from '#modules/casework/index.server.ts';
import { findActor } from '#modules/directory/index.server.ts';
import { exportJob, plainListJobs } from '#modules/lists/index.server.ts';
import type { Job } from '#platform/jobs/job.ts';
import { auditExport } from './audit-log/pages/audit-export.tsx';
import { freezingPlace } from './frozen-list/freezing-place.server.ts';
import { digestPlace } from './notice/digest-place.server.ts';
import { letterParts } from './notice/letter-parts.server.ts';
import { matterSources } from './reminder/matter-sources.server.ts';
import { reminderList } from './reminder/pages/reminder-list.tsx';
import { purgeTrashJob } from './trash/jobs.server.ts';

/** The background jobs of the workbench. */
export const jobs: readonly Job<unknown>[] = [
  purgeTrashJob,
  exportJob(auditExport, findActor),
  freezeJob(freezingPlace),
  ...deliveryJobs(letterParts),
  remindJob(matterSources),
  digestJob(digestPlace),
  ...plainListJobs(reminderList, findActor),
];
