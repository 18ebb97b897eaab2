import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Plan, ReportRegime } from './plan.ts';
import { occurrencesOf } from './recurrence.ts';

/** The years that a plan is for, both counted. */
export type PlanYears = Pick<Plan, 'yearFrom' | 'yearTo'>;

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
