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

/**
 * What a task is among others: by itself; recurring, with a life for each of its times; one such time; or a part of
 * another. Figures count what is by itself and each occurrence, so that nothing counts twice.
 */
export const taskNatures = ['single', 'series', 'occurrence', 'sub-task'] as const;
export type TaskNature = (typeof taskNatures)[number];

/** The span of an occurrence, and which of several times within it. */
export interface TaskPeriod {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly no: number;
}

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

/** The document of a higher body that orders a task. */
export interface FromAbove {
  readonly number: string;
  readonly on: PlainDate;
  readonly issuer: string;
  /** What it is about, in its own words; null where nobody has written it down. */
  readonly abstract: string | null;
}

/** What can order a task. */
export const taskSources = ['ke-hoach', 'cap-tren', 'ket-luan'] as const;
export type TaskSource = (typeof taskSources)[number];

/** What orders a task that stands on this document, or on none. */
export function sourceOf(task: {
  readonly fromNumber: string | null;
  readonly conclusionId: string | null;
}): TaskSource {
  if (task.conclusionId !== null) return 'ket-luan';
  return task.fromNumber === null ? 'ke-hoach' : 'cap-tren';
}

export interface Task extends TaskRelations {
  readonly id: Id<'task'>;
  readonly nature: TaskNature;
  /** The series of an occurrence, or the task of which this is a part. */
  readonly parentId: Id<'task'> | null;
  /** The time of an occurrence; null for all others. */
  readonly taskPeriod: TaskPeriod | null;
  /** The plan that orders it; null for a task from above. */
  readonly planId: Id<'plan'> | null;
  readonly from: FromAbove | null;
  /** The conclusion that made it; null for all others. */
  readonly conclusionId: Id<'conclusion'> | null;
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
  /** The deadline as first set, by which figures go; null just where there is none. */
  readonly firstDueOn: PlainDate | null;
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

/** How many of these tasks are done, of those that were not cancelled. */
export function doneAmong(tasks: readonly Pick<Task, 'state'>[]): { total: number; done: number } {
  const counted = tasks.filter((one) => one.state !== 'cancelled');
  return { total: counted.length, done: counted.filter((one) => one.state === 'done').length };
}
