import { addDays, formatDayFirst, type PlainDate, plainDateOf, weekday } from '#platform/clock/plain-date.ts';
import { lunarDate } from '../lunar-day/lunar-day.ts';
import { type DayRule, usualWeekend } from './working-day.ts';

/** A holiday that comes back every year on a solar or a lunar day (month, day). */
export interface Holiday {
  readonly name: string;
  readonly nameEn: string;
  readonly on: { readonly calendar: 'solar' | 'lunar'; readonly month: number; readonly day: number };
  /** How many days before that day it begins, and how many it lasts. */
  readonly before: number;
  readonly days: number;
}

/** The holidays of the Code, and the words for a day off in lieu, with `{name}` and `{date}` to fill in. */
export interface HolidayRules {
  readonly holidays: readonly Holiday[];
  readonly source: string;
  readonly inLieu: { readonly name: string; readonly nameEn: string; readonly source: string };
}

/**
 * The days off of a year whose plan is not announced, in order of date: the holidays, and for each that falls on a
 * weekend the next working day.
 *
 * @law blld-2019 111, 112
 */
export function derivedDays(rules: HolidayRules, year: number): DayRule[] {
  const days = new Map<PlainDate, DayRule>();
  for (const { name, nameEn, on, before, days: length } of rules.holidays) {
    const first = addDays(dateOf(on, year), -before);
    for (let index = 0; index < length; index += 1) {
      const date = addDays(first, index);
      days.set(date, { on: date, kind: 'off', name, nameEn, source: rules.source, certainty: 'derived' });
    }
  }
  for (const rule of [...days.values()].sort(byDate)) {
    if (!isWeekend(rule.on)) continue;
    let on = addDays(rule.on, 1);
    while (isWeekend(on) || days.has(on)) on = addDays(on, 1);
    const words = (form: string, name: string) =>
      form.replace('{name}', name).replace('{date}', formatDayFirst(rule.on));
    days.set(on, {
      on,
      kind: 'off',
      name: words(rules.inLieu.name, rule.name),
      nameEn: words(rules.inLieu.nameEn, rule.nameEn),
      source: rules.inLieu.source,
      certainty: 'derived',
    });
  }
  return [...days.values()].sort(byDate);
}

function dateOf(on: Holiday['on'], year: number): PlainDate {
  if (on.calendar === 'lunar') return lunarDate(year, on.month, on.day);
  const date = plainDateOf(year, on.month, on.day);
  if (!date) throw new RangeError(`${year} has no day ${on.day} in month ${on.month}`);
  return date;
}

function isWeekend(date: PlainDate): boolean {
  return usualWeekend.includes(weekday(date));
}

function byDate(a: DayRule, b: DayRule): number {
  return a.on < b.on ? -1 : 1;
}
