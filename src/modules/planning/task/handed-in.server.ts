import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { HandedIn } from './task.ts';

/** What was handed in last, as a row holds it. */
export function handedInOf(row: {
  handed_in_text: string | null;
  handed_in_exception: string | null;
  handed_in_on: string | null;
}): HandedIn | null {
  if (row.handed_in_text === null || row.handed_in_on === null) return null;
  return {
    text: row.handed_in_text,
    exception: row.handed_in_exception,
    on: row.handed_in_on as PlainDate,
  };
}
