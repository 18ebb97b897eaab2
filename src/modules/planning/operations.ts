import { evidenceOperations } from '#modules/casework/index.server.ts';
import type { Operation } from '#platform/api/operation.ts';
import { operations as draftList } from './draft-list/api.server.ts';
import { operations as drafts } from './plan-draft/api.server.ts';
import { operations as papers } from './plan-draft/paper-api.server.ts';
import { operations as plans } from './plan/api.server.ts';
import { operations as targets } from './target/api.server.ts';
import { operations as manyTargets } from './target/many-api.server.ts';
import { operations as tasks } from './task/api.server.ts';
import { operations as taskDeeds } from './task/deeds-api.server.ts';
import { taskEvidence } from './task/evidence-owner.server.ts';
import { operations as manyTasks } from './task/many-api.server.ts';
import { operations as yearCalendar } from './year-calendar/api.server.ts';

/** Everything of planning that programs can ask for or do. */
export const operations: readonly Operation[] = [
  ...tasks,
  ...taskDeeds,
  ...manyTasks,
  ...evidenceOperations(taskEvidence, '/tasks/:id', 'planning.task'),
  ...plans,
  ...targets,
  ...manyTargets,
  ...yearCalendar,
  ...drafts,
  ...draftList,
  ...papers,
];
