import { partsOf, type PlainDate } from '#platform/clock/plain-date.ts';

/** Day, month and year as a paper writes them between its words: days and the first two months in two digits. */
export function dayInWords(date: PlainDate): readonly [day: string, month: string, year: string] {
  const { day, month, year } = partsOf(date);
  return [String(day).padStart(2, '0'), month < 3 ? `0${month}` : String(month), String(year)];
}
