import { plainListJobs } from '#modules/lists/index.server.ts';
import type { Job } from '#platform/jobs/job.ts';
import { absenceList } from './absence/pages/absence-list.tsx';
import { dropRepliesJob } from './api-token/jobs.server.ts';
import { officerList } from './officer/pages/officer-list.tsx';
import { sendLinkJob } from './password-link/jobs.server.ts';
import { roleList } from './role/pages/role-list.tsx';
import { accountList } from './second-factor/pages/account-list.tsx';
import { findActor } from './session/queries.server.ts';
import { unitList } from './unit/pages/unit-list.tsx';
import { deliverJob } from './webhook/jobs.server.ts';

/** The background jobs of the directory. */
export const jobs: readonly Job<unknown>[] = [
  sendLinkJob,
  dropRepliesJob,
  deliverJob,
  ...plainListJobs(unitList, findActor),
  ...plainListJobs(officerList, findActor),
  ...plainListJobs(roleList, findActor),
  ...plainListJobs(absenceList, findActor),
  ...plainListJobs(accountList, findActor),
];
