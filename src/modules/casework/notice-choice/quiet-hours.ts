import { addDays, dayNumber, type PlainDate, plainDateAt } from '#platform/clock/plain-date.ts';
import type { NoticeChoice } from './notice-choice.ts';

type Quiet = Pick<NoticeChoice, 'quietFrom' | 'quietTo' | 'quietOnDaysOff'>;

const msPerMinute = 60_000;
const msPerDay = 24 * 60 * msPerMinute;
const vietnamOffsetMs = 7 * 60 * msPerMinute;

/** No rest of an office lasts longer; beyond it a letter goes out rather than never. */
const longestRestDays = 60;

/**
 * The first moment from `at` on at which a letter may go out to this person: outside the quiet hours, and on a day on
 * which the office works where days off are quiet. Two times that are the same make no quiet hours.
 */
export function mayGoOutAt(choice: Quiet, at: Date, isWorkingDay: (day: PlainDate) => boolean): Date {
  const today = plainDateAt(at);
  let moment = at;
  for (let days = 0; days <= longestRestDays; ) {
    const day = plainDateAt(moment);
    const next =
      choice.quietOnDaysOff && !isWorkingDay(day)
        ? startOf(addDays(day, 1))
        : endOfQuiet(choice, moment, startOf(day));
    if (next.getTime() === moment.getTime()) return moment;
    moment = next;
    days = dayNumber(plainDateAt(moment)) - dayNumber(today);
  }
  return at;
}

/** The moment at a time of the day, written 'HH:MM' on a clock in Việt Nam. */
export function momentAt(day: PlainDate, time: string): Date {
  return new Date(startOf(day).getTime() + minutesOf(time) * msPerMinute);
}

/** The moment itself where it is not quiet, otherwise the one at which the quiet hours end. */
function endOfQuiet({ quietFrom, quietTo }: Quiet, moment: Date, start: Date): Date {
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return moment;
  const from = start.getTime() + minutesOf(quietFrom) * msPerMinute;
  const to = start.getTime() + minutesOf(quietTo) * msPerMinute;
  const now = moment.getTime();
  if (from < to) return now >= from && now < to ? new Date(to) : moment;
  if (now < to) return new Date(to);
  return now >= from ? new Date(to + msPerDay) : moment;
}

function startOf(day: PlainDate): Date {
  return new Date(dayNumber(day) * msPerDay - vietnamOffsetMs);
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
