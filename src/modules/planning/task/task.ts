import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { DueKind } from '../reading/plan-reading.ts';

export const taskStates = ['open', 'done', 'cancelled'] as const;
export type TaskState = (typeof taskStates)[number];

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

export type TaskDeed = 'assign' | 'complete' | 'cancel' | 'reopen';

/** What may be done in each state, and the state it leads to. */
export const transitions: Readonly<Record<TaskState, Partial<Readonly<Record<TaskDeed, TaskState>>>>> = {
  open: { assign: 'open', complete: 'done', cancel: 'cancelled' },
  done: { reopen: 'open' },
  cancelled: { reopen: 'open' },
};

/** What decides who may see and do what with a task. */
export interface TaskRelations {
  readonly state: TaskState;
  readonly leadUnitId: Id<'unit'> | null;
  readonly coordinatingUnitIds: readonly Id<'unit'>[];
  readonly assigneeId: Id<'officer'> | null;
  readonly approverId: Id<'officer'> | null;
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
  readonly version: number;
}

/** The six things that must be clear about every task, in the order of the decree's words. */
export const sixClears = ['person', 'work', 'responsibility', 'progress', 'result', 'authority'] as const;
export type SixClear = (typeof sixClears)[number];

type SixClearFacts = Pick<Task, 'assigneeId' | 'title' | 'leadUnitId' | 'dueKind' | 'product' | 'approverId'>;

/** Which of the six are clear. A deadline without a day (ongoing, on request) is clear; one not understood is not. */
export function clearOf(task: SixClearFacts): Readonly<Record<SixClear, boolean>> {
  return {
    person: task.assigneeId !== null,
    work: task.title !== '',
    responsibility: task.leadUnitId !== null,
    progress: task.dueKind !== null,
    result: Boolean(task.product),
    authority: task.approverId !== null,
  };
}

/** How an open task stands against its deadline, for filters and counts; soon as the clock says it. */
export const dueWindows = ['late', 'soon', 'later', 'undated'] as const;
export type DueWindow = (typeof dueWindows)[number];

export const longestClosingText = 2_000;
