const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const DAYS_FROM_1900_TO_1904 = 1_462;
/** 31/12/9999, where the calendar of spreadsheets ends. */
const LAST_DAY = 2_958_465;

/**
 * The day and time (UTC) that a spreadsheet's day number stands for; undefined beyond its calendar.
 *
 * Spreadsheets count 29/02/1900, which never was: numbers before it lie one day off from those after.
 */
export function dateOfSerial(serial: number, from1904: boolean): Date | undefined {
  const day = from1904 ? serial + DAYS_FROM_1900_TO_1904 : serial;
  if (!(day >= 0 && day < LAST_DAY + 1)) return undefined;
  const since = Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(since + Math.round((day * DAY_MS) / MINUTE_MS) * MINUTE_MS);
}
