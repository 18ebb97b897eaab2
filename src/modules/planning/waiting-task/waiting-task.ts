import { addDays, type PlainDate, weekday } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Actor, StoodInFor } from '#platform/session/actor.ts';
import type { TaskNature, TaskRelations } from '../task/task.ts';
import type { TaskDeed, TaskStage } from '../task/task-life.ts';

/** What a task can wait for from one person. */
export type WaitingKind = 'approve' | 'again' | 'accept' | 'do' | 'event' | 'give';

/** What a task at this step waits for; undefined where it has ended. */
const kindAt: Readonly<Record<TaskStage, WaitingKind | undefined>> = {
  draft: 'give',
  waiting: 'event',
  assigned: 'accept',
  accepted: 'do',
  'in-progress': 'do',
  submitted: 'approve',
  'sent-back': 'again',
  done: undefined,
  cancelled: undefined,
};

/** The deed that ends the waiting: without the right to it, nothing waits for the person. */
export const deedFor: Readonly<Record<WaitingKind, TaskDeed>> = {
  approve: 'approve',
  again: 'submit',
  accept: 'accept',
  do: 'submit',
  event: 'record-event',
  give: 'assign',
};

/** The parts of the inbox, in the order in which they are shown. */
export const sections = [
  'approve',
  'again',
  'late',
  'today',
  'accept',
  'week',
  'later',
  'event',
  'give',
] as const;
export type Section = (typeof sections)[number];

export type WaitingFacts = Pick<TaskRelations, 'stage' | 'leadUnitId' | 'assigneeId' | 'approverId'> & {
  readonly nature?: TaskNature;
};

/** What waits, and for the absent officer in whose place the person acts; null where for the person. */
export interface Waiting {
  readonly kind: WaitingKind;
  readonly insteadOf: Id<'officer'> | null;
}

/** What a task waits for from this person, or from somebody for whom the person stands in; undefined for nothing. */
export function waitsFor(actor: Actor, task: WaitingFacts): Waiting | undefined {
  const kind = kindAt[task.stage];
  // A recurring task is an order for its occurrences, which wait one by one.
  if (!kind || task.nature === 'series') return undefined;
  if (concerns(actor, kind, task)) return { kind, insteadOf: null };
  const absent = actor.standsInFor?.find((one) => concerns(one, kind, task));
  return absent && { kind, insteadOf: absent.officerId };
}

/** A draft waits for whoever gives out the work of the unit, everything else for the person named in it. */
function concerns(one: StoodInFor, kind: WaitingKind, task: WaitingFacts): boolean {
  if (!one.grants.has('planning.task.read') || !one.grants.has(`planning.task.${deedFor[kind]}`))
    return false;
  if (kind === 'give') return givesOut(one) && one.unitIds.some((unit) => unit === task.leadUnitId);
  const named = kind === 'approve' ? task.approverId : task.assigneeId;
  return named !== null && named === one.officerId;
}

/** Whether the person assigns and sees more than what is their own. */
export function givesOut(one: StoodInFor): boolean {
  return ['planning.task.read', 'planning.task.assign'].every((act) => {
    const scope = one.grants.get(act);
    return scope === 'all' || scope === 'unit';
  });
}

/** The part of the inbox in which something stands: work by its deadline, the rest by what is asked. */
export function sectionOf(kind: WaitingKind, dueOn: PlainDate | null, today: PlainDate): Section {
  if (kind !== 'do') return kind;
  if (dueOn === null) return 'later';
  if (dueOn < today) return 'late';
  if (dueOn === today) return 'today';
  return dueOn <= endOfWeek(today) ? 'week' : 'later';
}

/** The Sunday of the week of a day. */
export function endOfWeek(day: PlainDate): PlainDate {
  return addDays(day, 7 - weekday(day));
}
