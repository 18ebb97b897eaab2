import { addDays, endOfMonth, type PlainDate, plainDate } from '#platform/clock/plain-date.ts';

/** Every day of a month that is written 2026-05. */
export function daysOfMonth(month: string): PlainDate[] {
  const first = plainDate(`${month}-01`);
  const last = endOfMonth(Number(month.slice(0, 4)), Number(month.slice(5)));
  const days: PlainDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
