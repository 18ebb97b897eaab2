import { addDays, endOfMonth, type PlainDate, partsOf, plainDateOf } from '#platform/clock/plain-date.ts';

/** A month by its first day; months before 2000 and after 2099 are none. */
export interface ReviewMonth {
  readonly first: PlainDate;
  readonly last: PlainDate;
  /** As addresses write it: 2026-05. */
  readonly key: string;
}

/** Reads 2026-05, or 5/2026 as people write it; undefined for anything else. */
export function parseMonth(text: string): ReviewMonth | undefined {
  const parts = /^(20\d\d)-(\d{2})$/.exec(text) ?? /^(\d{1,2})\/(20\d\d)$/.exec(text);
  if (!parts) return undefined;
  const [one, other] = [Number(parts[1]), Number(parts[2])];
  const first = one > 12 ? plainDateOf(one, other, 1) : plainDateOf(other, one, 1);
  return first && monthOf(first);
}

/** The month in which a day lies. */
export function monthOf(day: PlainDate): ReviewMonth {
  const { year, month } = partsOf(day);
  const first = addDays(day, 1 - partsOf(day).day);
  return { first, last: endOfMonth(year, month), key: day.slice(0, 7) };
}

/** The month so many months earlier. */
export function monthBefore({ first }: ReviewMonth, count = 1): ReviewMonth {
  const { year, month } = partsOf(first);
  const at = year * 12 + month - 1 - count;
  return monthOf(plainDateOf(Math.floor(at / 12), (at % 12) + 1, 1) ?? first);
}

/** Whether the last day of the month has passed. */
export function isOver({ last }: ReviewMonth, today: PlainDate): boolean {
  return last < today;
}

/** The day as of which a month is told: its last day, or today while it lasts. */
export function dataDay({ last }: ReviewMonth, today: PlainDate): PlainDate {
  return last < today ? last : today;
}
