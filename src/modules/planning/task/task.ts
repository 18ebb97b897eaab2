import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { DueKind } from '../reading/plan-reading.ts';
import type { TaskStage, TaskState } from './task-life.ts';

/** Every way in which a deadline can be given. */
export const dueKinds = [
  'date',
  'month',
  'quarters',
  'year',
  'ongoing',
  'recurring',
  'on-request',
  'after-event',
] as const satisfies readonly DueKind[];

/** What decides who may see and do what with a task. */
export interface TaskRelations {
  readonly state: TaskState;
  readonly stage: TaskStage;
  readonly leadUnitId: Id<'unit'> | null;
  readonly coordinatingUnitIds: readonly Id<'unit'>[];
  readonly assigneeId: Id<'officer'> | null;
  readonly approverId: Id<'officer'> | null;
}

/** What was handed in last; a product other than the plan's comes with the reason. */
export interface HandedIn {
  readonly text: string;
  readonly exception: string | null;
  readonly on: PlainDate;
}

export interface Task extends TaskRelations {
  readonly id: Id<'task'>;
  readonly planId: Id<'plan'>;
  readonly code: string;
  readonly title: string;
  readonly objective: string | null;
  readonly activity: string | null;
  readonly product: string | null;
  readonly chairLeader: string | null;
  readonly dueText: string | null;
  readonly dueKind: DueKind | null;
  readonly dueFrom: PlainDate | null;
  readonly dueOn: PlainDate | null;
  readonly note: string | null;
  readonly originLines: readonly number[];
  readonly closedOn: PlainDate | null;
  readonly closingText: string | null;
  readonly handedIn: HandedIn | null;
  readonly version: number;
}

/** How an open task stands against its deadline, for filters and counts; soon as the clock says it. */
export const dueWindows = ['late', 'soon', 'later', 'undated'] as const;
export type DueWindow = (typeof dueWindows)[number];

export const longestClosingText = 2_000;
export const longestProduct = 500;
