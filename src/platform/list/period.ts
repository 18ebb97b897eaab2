import {
  addDays,
  endOfMonth,
  endOfQuarter,
  partsOf,
  type PlainDate,
  plainDateOf,
  quarterOf,
  weekday,
} from '#platform/clock/plain-date.ts';

/** The days from the first to the last, both included. */
export interface DaySpan {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const fixed = {
  'hom-qua': (today) => day(addDays(today, -1)),
  'hom-nay': (today) => day(today),
  'ngay-mai': (today) => day(addDays(today, 1)),
  'tuan-truoc': (today) => week(addDays(today, -7)),
  'tuan-nay': (today) => week(today),
  'tuan-sau': (today) => week(addDays(today, 7)),
  'thang-truoc': (today) => month(today, -1),
  'thang-nay': (today) => month(today, 0),
  'thang-sau': (today) => month(today, 1),
  'quy-nay': (today) => quarter(today),
  'nam-nay': (today) => year(partsOf(today).year),
  'nam-sau': (today) => year(partsOf(today).year + 1),
} as const satisfies Readonly<Record<string, (today: PlainDate) => DaySpan>>;
export type NamedPeriod = keyof typeof fixed;

/** The stretches of days that have a name, from the past to the future. */
export const namedPeriods = Object.keys(fixed) as NamedPeriod[];

/** The most days that can be counted from today. */
export const mostDays = 3_650;
const counted = /^([1-9]\d{0,3})-ngay-(toi|qua)$/;

/** A period as an address writes it: a name, `7-ngay-toi`, `30-ngay-qua`. */
export type Period =
  | { readonly name: NamedPeriod }
  | { readonly days: number; readonly side: 'next' | 'last' };

/** Reads a period; undefined for any other text. */
export function parsePeriod(text: string): Period | undefined {
  if (Object.hasOwn(fixed, text)) return { name: text as NamedPeriod };
  const [, days, side] = counted.exec(text) ?? [];
  if (days === undefined || Number(days) > mostDays) return undefined;
  return { days: Number(days), side: side === 'toi' ? 'next' : 'last' };
}

/** A number of days from today as an address writes it. */
export function countedPeriod(days: number, side: 'next' | 'last'): string {
  return `${days}-ngay-${side === 'next' ? 'toi' : 'qua'}`;
}

/** The days of a period, as they lie on this day. N days to come and gone include today. */
export function spanOf(period: Period, today: PlainDate): DaySpan {
  if ('name' in period) return fixed[period.name](today);
  return period.side === 'next'
    ? { from: today, to: addDays(today, period.days) }
    : { from: addDays(today, -period.days), to: today };
}

function day(date: PlainDate): DaySpan {
  return { from: date, to: date };
}

function week(date: PlainDate): DaySpan {
  const from = addDays(date, 1 - weekday(date));
  return { from, to: addDays(from, 6) };
}

function month(date: PlainDate, later: number): DaySpan {
  const parts = partsOf(date);
  const count = parts.year * 12 + (parts.month - 1) + later;
  const at = { year: Math.floor(count / 12), month: (count % 12) + 1 };
  return { from: first(at.year, at.month), to: endOfMonth(at.year, at.month) };
}

function quarter(date: PlainDate): DaySpan {
  const { year: inYear } = partsOf(date);
  const number = quarterOf(date);
  return { from: first(inYear, number * 3 - 2), to: endOfQuarter(inYear, number) };
}

function year(number: number): DaySpan {
  return { from: first(number, 1), to: endOfMonth(number, 12) };
}

function first(inYear: number, inMonth: number): PlainDate {
  const date = plainDateOf(inYear, inMonth, 1);
  if (date === undefined) throw new RangeError(`no month ${inMonth} of year ${inYear}`);
  return date;
}
