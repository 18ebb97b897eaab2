import {
  addDays,
  endOfMonth,
  type PlainDate,
  plainDateOf,
  type Weekday,
  weekday,
} from '#platform/clock/plain-date.ts';
import type { Due, Every, Recurrence } from '../reading/plan-reading.ts';

/** How something comes again, as a plan orders it; `except_months` (1–12) are left out. */
export type RecurrenceRule = Recurrence & { readonly except_months?: readonly number[] };

/** One time that something falls due: on a day, or some time from `from` to `to` where no day is named. */
export interface Occurrence {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly day: PlainDate | null;
}

/** What comes in batches has no rhythm but its year. */
const monthsOf: Readonly<Record<Exclude<Every, 'week'>, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
  batch: 12,
};

/**
 * The times in a year at which something recurring falls due, in order.
 *
 * No day is guessed: a rule that names none, or one that a month does not have (31/4), yields its period without a
 * day. A weekly rule without a weekday yields its months, since 52 nameless weeks say nothing.
 */
export function occurrencesOf(rule: RecurrenceRule, year: number): Occurrence[] {
  const all = [rule.every].flat().flatMap((every) => {
    if (every === 'week') return weekly(rule, year);
    return periodic(rule, year, monthsOf[every] ?? 0);
  });
  const once = new Map(all.map((each) => [each.day ?? `${each.from}–${each.to}`, each]));
  return [...once.values()].sort((a, b) => (a.to < b.to || (a.to === b.to && a.from > b.from) ? -1 : 1));
}

/**
 * The separate times that a deadline names one by one: "Quý II, quý IV", "tháng 5 và tháng 10", "31/3; 30/6". Months and
 * quarters that touch are one span of work, not times of it; days each stand for themselves. None where it names one.
 */
export function namedTimes(due: Pick<Due, 'kind' | 'periods'>): Occurrence[] {
  const isDays = due.kind === 'date';
  if (!isDays && due.kind !== 'month' && due.kind !== 'quarters') return [];
  const times: Occurrence[] = [];
  for (const period of due.periods ?? []) {
    const to = period.to as PlainDate;
    const from = (period.from ?? to) as PlainDate;
    const last = times.at(-1);
    // A plan may name the same time twice.
    if (times.some((time) => time.from === from && time.to === to)) continue;
    if (!isDays && last && addDays(last.to, 1) === from) times[times.length - 1] = { ...last, to };
    else times.push({ from, to, day: isDays ? to : null });
  }
  return times.length > 1 ? times : [];
}

function weekly(rule: RecurrenceRule, year: number): Occurrence[] {
  if (rule.weekday === undefined) {
    return periodic({ every: 'month', except_months: rule.except_months ?? [] }, year, 1);
  }
  const days: Occurrence[] = [];
  const last = endOfMonth(year, 12);
  for (let day = nthWeekday(year, 1, rule.weekday as Weekday, 1); day && day <= last; day = addDays(day, 7)) {
    if (!isExcept(rule, Number(day.slice(5, 7)))) days.push({ from: day, to: day, day });
  }
  return days;
}

function periodic(rule: RecurrenceRule, year: number, months: number): Occurrence[] {
  const occurrences: Occurrence[] = [];
  const starts = months > 0 ? Array.from({ length: 12 / months }, (_, index) => index * months + 1) : [];
  for (const start of starts) {
    const month = monthWithin(rule, start, months);
    if (month !== undefined && isExcept(rule, month)) continue;
    const from = plainDateOf(year, month ?? start, 1);
    if (from === undefined) continue;
    const to = endOfMonth(year, month ?? start + months - 1);
    const day = month === undefined ? undefined : dayOf(rule, year, month);
    occurrences.push(day === undefined ? { from, to, day: null } : { from: day, to: day, day });
  }
  return occurrences;
}

/** The month of a period that the rule names; a number counts only within a year, where it can mean one thing. */
function monthWithin(rule: RecurrenceRule, start: number, months: number): number | undefined {
  if (months === 1) return start;
  if (rule.month === 'last') return start + months - 1;
  return months === 12 && typeof rule.month === 'number' ? rule.month : undefined;
}

function dayOf(rule: RecurrenceRule, year: number, month: number): PlainDate | undefined {
  if (rule.dayOfMonth !== undefined) return plainDateOf(year, month, rule.dayOfMonth);
  if (rule.weekday === undefined || rule.week === undefined) return undefined;
  return nthWeekday(year, month, rule.weekday as Weekday, rule.week);
}

/** The n-th such weekday of a month; -1 is the last. */
function nthWeekday(year: number, month: number, wanted: Weekday, n: number): PlainDate | undefined {
  if (n < 0) {
    const last = endOfMonth(year, month);
    return addDays(last, -((weekday(last) - wanted + 7) % 7));
  }
  const first = plainDateOf(year, month, 1);
  if (first === undefined) return undefined;
  const day = addDays(first, ((wanted - weekday(first) + 7) % 7) + (n - 1) * 7);
  return day.slice(0, 7) === first.slice(0, 7) ? day : undefined;
}

function isExcept(rule: RecurrenceRule, month: number): boolean {
  return rule.except_months?.includes(month) ?? false;
}
