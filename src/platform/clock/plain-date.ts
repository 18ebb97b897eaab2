/**
 * Calendar dates without a time of day, as an office writes them: 2026-01-15, in the zone Asia/Ho_Chi_Minh.
 *
 * Arithmetic runs on whole days counted from 1970-01-01 and never on `Date`, so that neither the zone of the machine
 * nor summer time can move a deadline by a day.
 */
declare const plainDateBrand: unique symbol;

/** A date that exists, written YYYY-MM-DD; compares correctly with `<`, `>` and `===`. */
export type PlainDate = string & { readonly [plainDateBrand]: true };

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export type Quarter = 1 | 2 | 3 | 4;

const isoShape = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayFirstShape = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const hoChiMinhOffsetMs = 7 * 60 * 60 * 1000;
const msPerDay = 24 * 60 * 60 * 1000;

/** The date of these numbers (month 1–12), or undefined where there is no such day. */
export function plainDateOf(year: number, month: number, day: number): PlainDate | undefined {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day);
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12) return undefined;
  if (day < 1 || day > lengthOfMonth(year, month)) return undefined;
  return written(year, month, day);
}

/** Reads YYYY-MM-DD; undefined for any other text and for days that do not exist. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const parts = isoShape.exec(text);
  return parts ? plainDateOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

/** Reads what people type, day first: 5/1/2026, 05/01/2026, 05-01-2026; undefined where that is no day. */
export function parseDayFirstDate(text: string): PlainDate | undefined {
  const parts = dayFirstShape.exec(text.trim());
  return parts ? plainDateOf(Number(parts[3]), Number(parts[2]), Number(parts[1])) : undefined;
}

/** Takes a date that the program itself wrote, such as a constant or a column of type date; throws RangeError. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === undefined) throw new RangeError(`Not a calendar date: ${JSON.stringify(text)}`);
  return date;
}

/** The date on the wall calendar in Việt Nam at this instant. */
export function plainDateAt(instant: Date): PlainDate {
  return fromDayNumber(Math.floor((instant.getTime() + hoChiMinhOffsetMs) / msPerDay));
}

/** The date as Vietnamese papers print it: 05/01/2026. */
export function formatDayFirst(date: PlainDate): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** Year, month (1–12) and day of the date. */
export function partsOf(date: PlainDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}

/** The date so many days later; earlier for a negative number. Throws RangeError outside the years 1 to 9999. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Days from the first date to the second; negative when the second is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Order for sorting, earlier dates first. */
export function compareDates(a: PlainDate, b: PlainDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The ISO weekday of the date. */
export function weekday(date: PlainDate): Weekday {
  return weekdayOfDayNumber(dayNumber(date));
}

/** The quarter of the year that the date lies in. */
export function quarterOf(date: PlainDate): Quarter {
  return Math.ceil(partsOf(date).month / 3) as Quarter;
}

/** The last day of a quarter: 31/3, 30/6, 30/9 or 31/12. */
export function endOfQuarter(year: number, quarter: Quarter): PlainDate {
  return endOfMonth(year, quarter * 3);
}

/** The last day of a month (1–12). Throws RangeError for a month or year that does not exist. */
export function endOfMonth(year: number, month: number): PlainDate {
  const date = plainDateOf(year, month, lengthOfMonth(year, month));
  if (date === undefined) throw new RangeError(`No month ${month} of year ${year}`);
  return date;
}

/** Days since 1970-01-01, for calculations over many dates. */
export function dayNumber(date: PlainDate): number {
  const { year, month, day } = partsOf(date);
  // A year that begins in March puts the leap day last, so that months have fixed places (Hinnant, days_from_civil).
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date of a day number. Throws RangeError outside the years 1 to 9999. */
export function fromDayNumber(days: number): PlainDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const date = plainDateOf(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day);
  if (date === undefined) throw new RangeError(`No calendar date ${days} days from 1970-01-01`);
  return date;
}

/** The ISO weekday of a day number: 1970-01-01 was a Thursday. */
export function weekdayOfDayNumber(days: number): Weekday {
  return (((((days + 3) % 7) + 7) % 7) + 1) as Weekday;
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function written(year: number, month: number, day: number): PlainDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return text as PlainDate;
}
