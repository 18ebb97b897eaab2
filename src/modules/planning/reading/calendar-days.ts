import type { Period } from './plan-reading.ts';

/** ISO day, undefined when there is no such day in the calendar. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) return undefined;
  return `${year}-${two(month)}-${two(day)}`;
}

export function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function monthPeriod(year: number, month: number): Period {
  return { from: `${year}-${two(month)}-01`, to: `${year}-${two(month)}-${two(lastDay(year, month))}` };
}

export function quarterPeriod(year: number, quarter: number): Period {
  return { from: monthPeriod(year, quarter * 3 - 2).from, to: monthPeriod(year, quarter * 3).to };
}

/** From the first day of the first period to the last day of the last. */
export function span(periods: readonly Period[]): Period | undefined {
  const first = periods[0];
  const last = periods.at(-1);
  return first && last && { from: first.from, to: last.to };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
