import { packageJob } from '#modules/casework/index.server.ts';
import { findActor } from '#modules/directory/index.server.ts';
import { bulkJob, exportJob, plainListJobs } from '#modules/lists/index.server.ts';
import type { Job } from '#platform/jobs/job.ts';
import { paperList } from './chasing-paper/paper-sources.server.ts';
import { draftList } from './draft-list/pages/draft-list.tsx';
import { planList } from './plan/pages/plan-list.tsx';
import { makeOccurrencesJob } from './occurrence/jobs.server.ts';
import { handInList } from './report-hand-in/pages/hand-in-list.tsx';
import { makePeriodsJob } from './report-period/jobs.server.ts';
import { periodList } from './report-period/pages/period-list.tsx';
import { readConclusionJob } from './conclusion-reading/jobs.server.ts';
import { readJob } from './plan-draft/jobs.server.ts';
import { manyTasks } from './task/pages/change-many.tsx';
import { manyTargets } from './target/pages/change-many.tsx';
import { targetExport } from './target/pages/target-export.tsx';
import { conclusionList } from './conclusion/pages/conclusion-list.tsx';
import { templateList } from './task-template/pages/template-list.tsx';
import { packedTasks } from './task/packed-tasks.server.ts';
import { taskExport } from './task/pages/task-export.tsx';

/** The background jobs of planning. */
export const jobs: readonly Job<unknown>[] = [
  readJob,
  readConclusionJob,
  packageJob(packedTasks),
  makeOccurrencesJob,
  makePeriodsJob,
  exportJob(taskExport, findActor),
  exportJob(targetExport, findActor),
  bulkJob(manyTasks, findActor),
  bulkJob(manyTargets, findActor),
  ...plainListJobs(planList, findActor),
  ...plainListJobs(paperList, findActor),
  ...plainListJobs(draftList, findActor),
  ...plainListJobs(templateList, findActor),
  ...plainListJobs(periodList, findActor),
  ...plainListJobs(handInList, findActor),
  ...plainListJobs(conclusionList, findActor),
];
