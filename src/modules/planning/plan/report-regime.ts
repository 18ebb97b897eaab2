import type { PlainDate } from '#platform/clock/plain-date.ts';
import { type RecurrenceRule, occurrencesOf } from './recurrence.ts';

export const reportPeriods = ['month', 'Q1', 'H1', 'Q3', '9M', 'quarter', 'year'] as const;
export type ReportPeriod = (typeof reportPeriods)[number];

/** A report that a plan orders: the window of its figures and its hand-in date, or the rule for it. */
export interface ReportRegime {
  readonly period: ReportPeriod;
  readonly dataFrom: PlainDate | null;
  readonly dataTo: PlainDate | null;
  readonly submitBy: PlainDate | null;
  readonly submitRule: RecurrenceRule | null;
  readonly addressee: string | null;
  readonly reporter: string | null;
  /** The sentence of the plan that orders it. */
  readonly text: string;
}

/** The years that a plan is for, both counted. */
export interface PlanYears {
  readonly yearFrom: number;
  readonly yearTo: number;
}

/**
 * The days of a year on which a report is to be handed in, in order.
 *
 * A printed date counts in whichever year it lies; a rule counts in the years of its plan. Empty where the plan names
 * no day.
 */
export function handInDays(
  regime: Pick<ReportRegime, 'submitBy' | 'submitRule'>,
  plan: PlanYears,
  year: number,
): PlainDate[] {
  if (regime.submitBy !== null) return Number(regime.submitBy.slice(0, 4)) === year ? [regime.submitBy] : [];
  if (regime.submitRule === null || year < plan.yearFrom || year > plan.yearTo) return [];
  return occurrencesOf(regime.submitRule, year).flatMap(({ day }) => day ?? []);
}
