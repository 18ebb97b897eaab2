/** What time does to a piece of work with a due date: how near, how late, or how it ended. */
import { addDays, type PlainDate } from '#platform/clock/plain-date.ts';
import { addWorkingDays, nextWorkingDay, type WorkCalendar, workingDaysBetween } from './working-day.ts';

/** Work counts as due soon from this many working days before its due date. */
export const soonWithinWorkingDays = 5;

/** Open work, or work that ended on a day. */
export type WorkState =
  | { readonly state: 'open' }
  | { readonly state: 'closed'; readonly closedOn: PlainDate };

export type DueKind =
  | 'late'
  | 'due-today'
  | 'due-soon'
  | 'later'
  | 'no-date'
  | 'done-early'
  | 'done-on-time'
  | 'done-late';

export type DueTone = 'ok' | 'soon' | 'late' | 'neutral';

export interface DueClock {
  readonly tone: DueTone;
  readonly kind: DueKind;
  /**
   * Never negative: working days left, past the due date, or between due date and end, as `kind` says.
   * Zero is possible even when late: due on a Friday, seen on the Saturday.
   */
  readonly workingDays: number;
}

/** The last due date that counts as soon on the day `today`: what a list that filters by "soon" compares with. */
export function soonUntil(calendar: WorkCalendar, today: PlainDate): PlainDate {
  const last = addWorkingDays(calendar, today, soonWithinWorkingDays);
  return addDays(nextWorkingDay(calendar, addDays(last, 1)), -1);
}

/**
 * Reads the clock of one piece of work on the day `today`.
 *
 * The printed due date stands even where it is no working day. Work without a due date, open or closed, has no clock.
 */
export function dueClock(
  dueOn: PlainDate | null,
  work: WorkState,
  today: PlainDate,
  calendar: WorkCalendar,
): DueClock {
  if (dueOn === null) return { tone: 'neutral', kind: 'no-date', workingDays: 0 };
  return work.state === 'closed' ? ended(dueOn, work.closedOn, calendar) : running(dueOn, today, calendar);
}

function running(dueOn: PlainDate, today: PlainDate, calendar: WorkCalendar): DueClock {
  if (today > dueOn) {
    return { tone: 'late', kind: 'late', workingDays: workingDaysBetween(calendar, dueOn, today) };
  }
  if (today === dueOn) return { tone: 'soon', kind: 'due-today', workingDays: 0 };
  const workingDays = workingDaysBetween(calendar, today, dueOn);
  return workingDays <= soonWithinWorkingDays
    ? { tone: 'soon', kind: 'due-soon', workingDays }
    : { tone: 'neutral', kind: 'later', workingDays };
}

function ended(dueOn: PlainDate, closedOn: PlainDate, calendar: WorkCalendar): DueClock {
  if (closedOn === dueOn) return { tone: 'ok', kind: 'done-on-time', workingDays: 0 };
  return closedOn < dueOn
    ? { tone: 'ok', kind: 'done-early', workingDays: workingDaysBetween(calendar, closedOn, dueOn) }
    : { tone: 'late', kind: 'done-late', workingDays: workingDaysBetween(calendar, dueOn, closedOn) };
}
