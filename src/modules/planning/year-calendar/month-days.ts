import type { DayFact, DayRule } from '#modules/calendar/index.server.ts';
import { addDays, endOfMonth, type PlainDate, plainDateOf, weekday } from '#platform/clock/plain-date.ts';

/** A day of the calendar with what offices do on it. */
export type FactualDay = DayFact & { readonly date: PlainDate };

/** The weeks of a month, Monday first; undefined stands for days of the months around it. */
export function weeksOf(year: number, month: number): (PlainDate | undefined)[][] {
  const first = plainDateOf(year, month, 1);
  if (first === undefined) throw new RangeError(`No month ${month} of year ${year}`);
  const last = endOfMonth(year, month);
  const weeks: (PlainDate | undefined)[][] = [];
  for (let monday = addDays(first, 1 - weekday(first)); monday <= last; monday = addDays(monday, 7)) {
    const days = [0, 1, 2, 3, 4, 5, 6].map((step) => addDays(monday, step));
    weeks.push(days.map((day) => (day >= first && day <= last ? day : undefined)));
  }
  return weeks;
}

/** Days in a row under one name: a holiday with its days in lieu, or a weekend that is worked. */
export interface NamedDays {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly rule: DayRule;
}

/** The holidays and make-up days among these days, those of one name in a row together. */
export function namedDaysOf(days: readonly FactualDay[]): NamedDays[] {
  const named: NamedDays[] = [];
  for (const { date, kind, rule } of days) {
    if (rule === undefined || (kind !== 'off' && kind !== 'make-up')) continue;
    const before = named.at(-1);
    const isNext = before?.rule.name === rule.name && addDays(before.to, 1) === date;
    if (before && isNext) named[named.length - 1] = { ...before, to: date };
    else named.push({ from: date, to: date, rule });
  }
  return named;
}
