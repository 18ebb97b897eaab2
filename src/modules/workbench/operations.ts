import { frozenOperations } from '#modules/casework/index.server.ts';
import type { Operation } from '#platform/api/operation.ts';
import { operations as audit } from './audit-log/api.server.ts';
import { freezingPlace } from './frozen-list/freezing-place.server.ts';
import { operations as notices } from './notice/api.server.ts';
import { operations as reminders } from './reminder/api.server.ts';
import { operations as trash } from './trash/api.server.ts';
import { operations as system } from './system-state/api.server.ts';

/** Everything of the workbench that programs can ask for. */
export const operations: readonly Operation[] = [
  ...audit,
  ...trash,
  ...system,
  ...notices,
  ...reminders,
  ...frozenOperations(freezingPlace, { task: { path: '/tasks/:id', scope: 'planning.task' } }),
];
