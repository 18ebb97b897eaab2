import type { Plan, ReportRegime } from '../plan/plan.ts';

/** The months of a year in which a plan asks for no monthly report, and the sentence that says so. */
export interface MonthsWithout {
  readonly id: string;
  readonly months: readonly number[];
  readonly text: string;
}

/** The months that monthly reports of plans for this year leave out. */
export function monthsWithout(
  regimes: readonly ReportRegime[],
  plans: readonly Pick<Plan, 'id' | 'yearFrom' | 'yearTo'>[],
  year: number,
): MonthsWithout[] {
  return regimes.flatMap(({ id, planId, period, submitRule, text }) => {
    const plan = plans.find((one) => one.id === planId);
    const months = submitRule?.except_months ?? [];
    const isOfYear = plan !== undefined && plan.yearFrom <= year && year <= plan.yearTo;
    return period === 'month' && isOfYear && months.length > 0 ? [{ id, months, text }] : [];
  });
}
