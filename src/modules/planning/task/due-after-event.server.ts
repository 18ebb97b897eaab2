import { addWorkingDays, type WorkCalendar } from '#modules/calendar/index.server.ts';
import { addDays, endOfMonth, type PlainDate, partsOf, plainDateOf } from '#platform/clock/plain-date.ts';
import type { Due, Offset } from '../reading/plan-reading.ts';

/** How long after its event a task is due, as its plan says; null where the plan names no amount. */
export function offsetOf(due: Due | null): Offset | null {
  return due?.offset ?? null;
}

/** The last day of a deadline that is so long after the event; the day of the event itself is not counted. */
export function dueAfterEvent(offset: Offset, on: PlainDate, calendar: WorkCalendar): PlainDate {
  switch (offset.unit) {
    case 'working-day':
      return addWorkingDays(calendar, on, offset.count);
    case 'day':
      return addDays(on, offset.count);
    case 'week':
      return addDays(on, 7 * offset.count);
    case 'month':
      return monthsLater(on, offset.count);
  }
}

/** The same day of a later month, or its last day where it is shorter. */
function monthsLater(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date);
  const index = month - 1 + months;
  const [laterYear, laterMonth] = [year + Math.floor(index / 12), (index % 12) + 1];
  return plainDateOf(laterYear, laterMonth, day) ?? endOfMonth(laterYear, laterMonth);
}
