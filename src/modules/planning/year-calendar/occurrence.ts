import { type PlainDate, plainDateOf } from '#platform/clock/plain-date.ts';
import { type Occurrence, occurrencesOf } from '../plan/recurrence.ts';
import type { PlanYears } from '../plan/report-regime.ts';
import type { Due, DueKind } from '../reading/plan-reading.ts';

/** The deadline of a task as it stands in its row, with what was read from the plan. */
export interface Deadline {
  readonly dueKind: DueKind | null;
  readonly dueFrom: PlainDate | null;
  readonly dueOn: PlainDate | null;
  /** As printed: an assignment may have set another day since. */
  readonly due: Due | null;
}

/**
 * When a task falls due within a year.
 *
 * A deadline over months or quarters has no day and stands at its end; what recurs does so in the years of its plan.
 * Ongoing work, and work that waits for a request or an event, falls due at no time that a calendar could show.
 */
export function dueOccurrences(deadline: Deadline, plan: PlanYears, year: number): Occurrence[] {
  if (deadline.dueKind === 'recurring') {
    const recurrence = deadline.due?.recurrence;
    return recurrence && year >= plan.yearFrom && year <= plan.yearTo ? occurrencesOf(recurrence, year) : [];
  }
  return printedPeriods(deadline)
    .map(({ from, to }) => ({ from, to, day: deadline.dueKind === 'date' ? to : null }))
    .filter(({ to }) => Number(to.slice(0, 4)) === year);
}

/** Whether this is the whole year or longer: nothing that one month could hold. */
export function isWholeYear({ from, to, day }: Occurrence): boolean {
  const start = plainDateOf(Number(to.slice(0, 4)), 1, 1);
  return day === null && start !== undefined && from <= start && to.endsWith('-12-31');
}

function printedPeriods({ dueKind, dueFrom, dueOn, due }: Deadline): { from: PlainDate; to: PlainDate }[] {
  if (dueOn === null) return [];
  const isAsPrinted = due !== null && due.kind === dueKind && due.to === dueOn;
  if (isAsPrinted && due.periods) return due.periods as { from: PlainDate; to: PlainDate }[];
  return [{ from: dueFrom ?? dueOn, to: dueOn }];
}
