import { span } from './calendar-days.ts';
import type { Due, Period } from './plan-reading.ts';

/** The years of the plan, from which a year that is not printed is taken. */
export interface PlanYears {
  from: number | null;
  to: number | null;
}

/** A reading of a phrase, and the words of the phrase that it did not use. */
export interface DuePart {
  due: Due;
  left: string;
}

/** Stands in `left` for something that the phrase says and its due cannot hold. */
export const UNREAD = ' 0';

/** The one year of a plan for one year; null for a plan of several, where a bare "Quý II" names no day. */
export function soleYear(years: PlanYears): number | null {
  return years.from !== null && (years.to ?? years.from) === years.from ? years.from : null;
}

export function dueOf(kind: Due['kind'], period: Partial<Period>, more: Partial<Due> = {}): Due {
  return { kind, from: period.from ?? null, to: period.to ?? null, recurrence: null, ...more };
}

/** Quarters as a deadline: the outer span, each quarter apart when there are several. */
export function quartersDue(periods: readonly Period[]): Due {
  const sorted = periods.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return dueOf('quarters', span(sorted) ?? {}, sorted.length > 1 ? { periods: sorted } : {});
}

/** What of a phrase stands before and behind the piece that was read. */
export function around(text: string, start: number, end: number): string {
  return `${text.slice(0, start)} ${text.slice(end)}`;
}
