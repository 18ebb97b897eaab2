import {
  type CountedDay,
  explain,
  isWorkingDay,
  type WorkCalendar,
  workingDaysBetween,
} from '#modules/calendar/index.server.ts';
import { addDays, daysBetween, endOfMonth, type PlainDate, partsOf } from '#platform/clock/plain-date.ts';
import type { TaskEvent } from './queries.server.ts';
import type { TaskEventKind } from './task-life.ts';

/** Days that are told one by one; later ones are told month by month. */
export const mostDaysTold = 60;
/** Months that are told one by one; what is left is told as one span. */
export const mostMonthsTold = 24;

/** Days told together: how many of them count, and the running number at their end. */
export interface CountedSpan {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly workingDays: number;
  readonly number: number;
}

/** A count of working days as it is told: the first days one by one, the rest in spans. */
export interface ToldCount {
  readonly days: readonly (CountedDay & { readonly isAddedLater: boolean })[];
  readonly spans: readonly CountedSpan[];
}

/**
 * Tells the count from `from` (not counted) to `to`, however far that is. A day that the office added to its calendar
 * after `setAt`, when the deadline was set, says so.
 */
export function tellCount(
  calendar: WorkCalendar,
  from: PlainDate,
  to: PlainDate,
  setAt: Date | undefined,
): ToldCount {
  const lastDay = earlier(addDays(from, mostDaysTold - 1), to);
  const days = explain(calendar, from, lastDay).map((day) => ({
    isAddedLater: setAt !== undefined && day.rule?.addedAt !== undefined && day.rule.addedAt > setAt,
    ...day,
  }));
  const spans: CountedSpan[] = [];
  let number = days.findLast((day) => day.number !== undefined)?.number ?? 0;
  for (let first = addDays(lastDay, 1); first <= to; ) {
    const { year, month } = partsOf(first);
    const last = spans.length < mostMonthsTold ? earlier(endOfMonth(year, month), to) : to;
    const workingDays = countWithin(calendar, first, last);
    number += workingDays;
    spans.push({ from: first, to: last, workingDays, number });
    first = addDays(last, 1);
  }
  return { days, spans };
}

const setting: readonly TaskEventKind[] = [
  'due-changed',
  'due-change-granted',
  'event-recorded',
  'amended',
  'entered',
];

/** When the present deadline was set, as the history says, newest first; the beginning of it where nothing does. */
export function dueSetAt(events: readonly Pick<TaskEvent, 'kind' | 'at' | 'detail'>[]): Date | undefined {
  const last = events.find(
    ({ kind, detail }) => setting.includes(kind) || (kind === 'assigned' && detail.dueOn !== null),
  );
  return (last ?? events.at(-1))?.at;
}

/** What a deadline on a closed day means: the last working day before it; undefined where offices work on it. */
export function closedDeadline(
  calendar: WorkCalendar,
  dueOn: PlainDate,
): { readonly day: CountedDay; readonly lastWorkingDay: PlainDate } | undefined {
  const [day] = explain(calendar, dueOn, dueOn);
  if (!day || day.kind === 'working' || day.kind === 'make-up') return undefined;
  let lastWorkingDay = addDays(dueOn, -1);
  while (!isWorkingDay(calendar, lastWorkingDay)) lastWorkingDay = addDays(lastWorkingDay, -1);
  return { day, lastWorkingDay };
}

function countWithin(calendar: WorkCalendar, first: PlainDate, last: PlainDate): number {
  return Math.max(0, workingDaysBetween(calendar, addDays(first, -1), last));
}

function earlier(one: PlainDate, other: PlainDate): PlainDate {
  return daysBetween(one, other) >= 0 ? one : other;
}
