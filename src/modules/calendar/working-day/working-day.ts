/**
 * Working days of public offices: the week without its weekend, corrected by dated rules (holidays, days in lieu,
 * days swapped by the government).
 *
 * @law blld-2019 111, 112
 */
import {
  addDays,
  dayNumber,
  fromDayNumber,
  type PlainDate,
  type Weekday,
  weekdayOfDayNumber,
} from '#platform/clock/plain-date.ts';

/** How sure a rule is: seen in a text, computed from seen rules, or only usual. */
export type Certainty = 'sourced' | 'derived' | 'unverified';

/** One date that is not what its weekday says, or that is a holiday on a weekend. */
export interface DayRule {
  readonly on: PlainDate;
  /** `off`: offices are closed; `work`: offices work although it is a weekend. */
  readonly kind: 'off' | 'work';
  readonly name: string;
  readonly nameEn: string;
  /** The paper that says so, as people cite it. */
  readonly source: string;
  readonly certainty: Certainty;
  /** When an office added it to its own calendar; absent for the days of all offices. */
  readonly addedAt?: Date;
}

export interface WorkCalendar {
  readonly weekend: ReadonlySet<Weekday>;
  readonly rules: ReadonlyMap<PlainDate, DayRule>;
  /** Days whose rule differs from their weekday: the day number, and the sum of all differences up to it. */
  readonly corrections: readonly { readonly day: number; readonly sum: number }[];
}

/** What a day is: `make-up` is a weekend that is worked in exchange for another day. */
export type DayKind = 'working' | 'make-up' | 'weekend' | 'off';

/** A day with its reason; `rule` names the holiday or the swap. */
export interface DayFact {
  readonly kind: DayKind;
  readonly rule?: DayRule;
}

/** A day of a count; `number` is its place among the working days counted, absent where the day does not count. */
export interface CountedDay extends DayFact {
  readonly date: PlainDate;
  readonly number?: number;
}

/** Saturday and Sunday. */
export const usualWeekend: readonly Weekday[] = [6, 7];

/** No count of an office is longer; a longer one is a mistake in the caller. */
const longestCount = 20_000;

/** Makes a calendar from its rules; a later rule for the same date wins. Throws RangeError when no weekday is left. */
export function workCalendar(
  rules: Iterable<DayRule>,
  weekend: readonly Weekday[] = usualWeekend,
): WorkCalendar {
  const closed = new Set(weekend);
  if (closed.size > 6) throw new RangeError('A week needs at least one working day');
  const byDate = new Map<PlainDate, DayRule>();
  for (const rule of rules) byDate.set(rule.on, rule);
  const corrections: { day: number; sum: number }[] = [];
  let sum = 0;
  for (const rule of [...byDate.values()].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    const day = dayNumber(rule.on);
    const worksByWeek = !closed.has(weekdayOfDayNumber(day));
    if (worksByWeek === (rule.kind === 'work')) continue;
    sum += rule.kind === 'work' ? 1 : -1;
    corrections.push({ day, sum });
  }
  return { weekend: closed, rules: byDate, corrections };
}

/** What the day is and why. */
export function dayKind(calendar: WorkCalendar, date: PlainDate): DayFact {
  const rule = calendar.rules.get(date);
  const inWeekend = calendar.weekend.has(weekdayOfDayNumber(dayNumber(date)));
  if (rule?.kind === 'off') return { kind: 'off', rule };
  if (rule?.kind === 'work') return { kind: inWeekend ? 'make-up' : 'working', rule };
  return { kind: inWeekend ? 'weekend' : 'working' };
}

/** Whether offices work on this day. */
export function isWorkingDay(calendar: WorkCalendar, date: PlainDate): boolean {
  const { kind } = dayKind(calendar, date);
  return kind === 'working' || kind === 'make-up';
}

/** The day itself when offices work, otherwise the next day on which they do. */
export function nextWorkingDay(calendar: WorkCalendar, date: PlainDate): PlainDate {
  return isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, 1);
}

/**
 * The n-th working day after `from`, which is itself not counted; before it for a negative n.
 *
 * Zero gives `from` back, working day or not. Throws RangeError when n is not whole or beyond 20,000.
 */
export function addWorkingDays(calendar: WorkCalendar, from: PlainDate, n: number): PlainDate {
  if (!Number.isInteger(n) || Math.abs(n) > longestCount) {
    throw new RangeError(`Not a number of working days: ${n}`);
  }
  const step = n < 0 ? -1 : 1;
  let date = from;
  for (let left = Math.abs(n); left > 0; ) {
    date = addDays(date, step);
    if (isWorkingDay(calendar, date)) left -= 1;
  }
  return date;
}

/**
 * The working days one steps on when walking from `from` (not counted) to `to` (counted); negative when walking back.
 *
 * Undoes `addWorkingDays` in both directions. Its time does not grow with the distance, so lists may call it per row.
 */
export function workingDaysBetween(calendar: WorkCalendar, from: PlainDate, to: PlainDate): number {
  const start = dayNumber(from);
  const end = dayNumber(to);
  if (end >= start) return workingDaysThrough(calendar, end) - workingDaysThrough(calendar, start);
  return workingDaysThrough(calendar, end - 1) - workingDaysThrough(calendar, start - 1);
}

/**
 * Every day from `from` to `to` with its reason and its number in the count, as the clock's panel shows it.
 *
 * The first day carries no number: counting begins on the day after. Empty when `to` is earlier.
 */
export function explain(calendar: WorkCalendar, from: PlainDate, to: PlainDate): CountedDay[] {
  const days: CountedDay[] = [];
  let number = 0;
  const last = dayNumber(to);
  for (let day = dayNumber(from); day <= last; day += 1) {
    const date = fromDayNumber(day);
    const fact = dayKind(calendar, date);
    const counts = days.length > 0 && (fact.kind === 'working' || fact.kind === 'make-up');
    if (counts) number += 1;
    days.push(counts ? { date, number, ...fact } : { date, ...fact });
  }
  return days;
}

/** Working days from a fixed Monday long ago through this day; only differences of it mean something. */
function workingDaysThrough(calendar: WorkCalendar, day: number): number {
  // Day -3 was Monday, 1969-12-29.
  const sinceMonday = day + 3;
  const weeks = Math.floor(sinceMonday / 7);
  const lastWeekday = sinceMonday - weeks * 7 + 1;
  let count = weeks * (7 - calendar.weekend.size);
  for (let each = 1; each <= lastWeekday; each += 1) {
    if (!calendar.weekend.has(each as Weekday)) count += 1;
  }
  return count + correctionThrough(calendar, day);
}

function correctionThrough(calendar: WorkCalendar, day: number): number {
  let low = 0;
  let high = calendar.corrections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((calendar.corrections[middle]?.day ?? Number.POSITIVE_INFINITY) <= day) low = middle + 1;
    else high = middle;
  }
  return calendar.corrections[low - 1]?.sum ?? 0;
}
