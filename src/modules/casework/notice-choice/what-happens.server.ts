import { addWorkingDays, isWorkingDay, type WorkCalendar } from '#modules/calendar/index.server.ts';
import { type PlainDate, plainDateAt } from '#platform/clock/plain-date.ts';
import type { NoticeChoice } from './notice-choice.ts';
import { mayGoOutAt, momentAt } from './quiet-hours.ts';

/** What a choice comes to on a calendar of real working days: an example that people can check. */
export interface Happening {
  /** The deadline of the example. */
  readonly dueOn: PlainDate;
  readonly before: readonly PlainDate[];
  readonly onTheDay: boolean;
  /** The first reminders of what is late. */
  readonly late: readonly PlainDate[];
  /** When the next letter of the morning comes; null for none. */
  readonly nextDigest: Date | null;
}

/** What would be told of a task that is due some days after the furthest reminder from today on. */
export function whatHappens(choice: NoticeChoice, calendar: WorkCalendar, now: Date): Happening {
  const today = plainDateAt(now);
  const dueOn = addWorkingDays(calendar, today, Math.max(0, ...choice.daysBefore) + 2);
  const late = [1, 2].map((times) => addWorkingDays(calendar, dueOn, times * choice.lateEvery));
  return {
    dueOn,
    before: choice.daysBefore.map((days) => addWorkingDays(calendar, dueOn, -days)),
    onTheDay: choice.onTheDay,
    late: choice.lateEvery === 0 ? [] : late,
    nextDigest: nextDigest(choice, calendar, now),
  };
}

function nextDigest(choice: NoticeChoice, calendar: WorkCalendar, now: Date): Date | null {
  if (choice.digestAt === null) return null;
  const today = plainDateAt(now);
  const isToCome = isWorkingDay(calendar, today) && now < momentAt(today, choice.digestAt);
  const day = isToCome ? today : addWorkingDays(calendar, today, 1);
  return mayGoOutAt(choice, momentAt(day, choice.digestAt), (one) => isWorkingDay(calendar, one));
}
