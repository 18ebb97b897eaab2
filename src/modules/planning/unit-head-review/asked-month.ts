import type { PlainDate } from '#platform/clock/plain-date.ts';
import { monthBefore, monthOf, parseMonth, type ReviewMonth } from './review-month.ts';

/** The month of an address, and what was wrong with how it was written. */
export interface AskedMonth {
  readonly month: ReviewMonth;
  readonly typed: string;
  readonly trouble?: 'wrong' | 'ahead';
}

/** Reads the month of an address; the last one that is over where it names none, no month, or one that has not come. */
export function askedMonth(query: { get(name: string): string | null }, today: PlainDate): AskedMonth {
  const typed = query.get('thang') ?? '';
  const usual = monthBefore(monthOf(today));
  if (typed === '') return { month: usual, typed };
  const month = parseMonth(typed.trim());
  if (!month) return { month: usual, typed, trouble: 'wrong' };
  return month.first > today ? { month: usual, typed, trouble: 'ahead' } : { month, typed };
}
