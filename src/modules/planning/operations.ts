import {
  issuedPaperEvidence,
  issuedPaperOperations,
  evidenceOperations,
  followOperations,
  noteOperations,
  packageOperations,
} from '#modules/casework/index.server.ts';
import type { Operation } from '#platform/api/operation.ts';
import { operations as conclusions } from './conclusion/api.server.ts';
import { conclusionEvidence } from './conclusion/evidence-owner.server.ts';
import { operations as conclusionReadings } from './conclusion-reading/api.server.ts';
import { operations as chasingPapers } from './chasing-paper/api.server.ts';
import { paperList, paperSources } from './chasing-paper/paper-sources.server.ts';
import { operations as contributions } from './contribution/api.server.ts';
import { operations as dependencies } from './dependency/api.server.ts';
import { operations as draftList } from './draft-list/api.server.ts';
import { operations as drafts } from './plan-draft/api.server.ts';
import { operations as papers } from './plan-draft/paper-api.server.ts';
import { operations as dueChanges } from './due-change/api.server.ts';
import { operations as progress } from './progress/api.server.ts';
import { operations as tasksFromAbove } from './task-from-above/api.server.ts';
import { operations as taskTemplates } from './task-template/api.server.ts';
import { operations as plans } from './plan/api.server.ts';
import { operations as subTasks } from './sub-task/api.server.ts';
import { operations as targets } from './target/api.server.ts';
import { operations as objectives } from './objective/api.server.ts';
import { operations as taskTargets } from './task-target/api.server.ts';
import { operations as manyTargets } from './target/many-api.server.ts';
import { operations as tasks } from './task/api.server.ts';
import { operations as taskDeeds } from './task/deeds-api.server.ts';
import { taskEvidence } from './task/evidence-owner.server.ts';
import { packedTasks } from './task/packed-tasks.server.ts';
import { taskOwner } from './task/record-owner.server.ts';
import { operations as unitHeadReviews } from './unit-head-review/api.server.ts';
import { operations as manyTasks } from './task/many-api.server.ts';
import { operations as handIns } from './report-hand-in/api.server.ts';
import { reportEvidence } from './report-hand-in/evidence-owner.server.ts';
import { operations as reportPeriods } from './report-period/api.server.ts';
import { operations as yearCalendar } from './year-calendar/api.server.ts';

/** Everything of planning that programs can ask for or do. */
export const operations: readonly Operation[] = [
  ...tasks,
  ...taskDeeds,
  ...dueChanges,
  ...tasksFromAbove,
  ...taskTemplates,
  ...conclusions,
  ...conclusionReadings,
  ...evidenceOperations(conclusionEvidence, '/conclusions/:id', 'planning.conclusion'),
  ...manyTasks,
  ...packageOperations(packedTasks, '/task'),
  ...contributions,
  ...subTasks,
  ...dependencies,
  ...evidenceOperations(taskEvidence, '/tasks/:id', 'planning.task'),
  ...noteOperations(taskOwner, '/tasks/:id', 'planning.task'),
  ...followOperations(taskOwner, '/tasks/:id', 'planning.task'),
  ...plans,
  ...targets,
  ...manyTargets,
  ...objectives,
  ...taskTargets,
  ...issuedPaperOperations(paperList, paperSources),
  ...evidenceOperations(issuedPaperEvidence, '/issued-papers/:id', 'casework.issued-paper'),
  ...chasingPapers,
  ...yearCalendar,
  ...reportPeriods,
  ...handIns,
  ...evidenceOperations(reportEvidence, '/unit-reports/:id', 'planning.report-hand-in'),
  ...progress,
  ...unitHeadReviews,
  ...drafts,
  ...draftList,
  ...papers,
];
