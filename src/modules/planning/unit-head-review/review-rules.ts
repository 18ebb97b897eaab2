import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Grade } from './unit-head-review.ts';

/** Of what the points for results are made: three shares that the tasks tell, and three that people judge. */
export const toldParts = ['quantity', 'quality', 'progress'] as const;
export const judgedParts = ['unit', 'organising', 'uniting'] as const;
export const resultParts = [...toldParts, ...judgedParts] as const;
export type ToldPart = (typeof toldParts)[number];
export type JudgedPart = (typeof judgedParts)[number];
export type ResultPart = (typeof resultParts)[number];

/** What an office sets for itself, where the decree leaves it open or its text was not seen. */
export interface ReviewSettings {
  /** How much each part weighs in the points for results; 0 leaves it out. */
  readonly weights: Readonly<Record<ResultPart, number>>;
  /** How much one task of a plan, and one from above, counts as. */
  readonly conversion: { readonly plan: number; readonly above: number };
  /** What an accepted exception takes of the quality of its product, in percent. */
  readonly exceptionPercent: number;
  /** Of those graded good, how many may be excellent, in percent. */
  readonly capPercent: number;
  /** How the points for common criteria are given, in the office's own words. */
  readonly rubric: string;
}

/** Everything by which a month is worked out. */
export interface ReviewRules extends ReviewSettings {
  /** The document that the numbers come from. */
  readonly document: string;
  readonly validFrom: PlainDate;
  readonly commonMax: number;
  readonly resultsMax: number;
  readonly sentBackPercent: number;
  readonly latePercent: number;
  /** From how many points on each grade begins. */
  readonly from: Readonly<Record<Exclude<Grade, 'failed'>, number>>;
  /** The version of the office's settings; 0 where it has set nothing. */
  readonly version: number;
}

export type Percents = Readonly<Partial<Record<ResultPart, number | undefined>>>;

/**
 * The points for results, two decimals: the weighted mean of the parts that are known, of the most that can be had;
 * undefined where none is known.
 * @law nd-335-2025 16
 */
export function resultPoints(rules: ReviewRules, percents: Percents): number | undefined {
  let [points, weight] = [0, 0];
  for (const part of resultParts) {
    const percent = percents[part];
    if (percent === undefined) continue;
    points += rules.weights[part] * percent;
    weight += rules.weights[part];
  }
  return weight === 0 ? undefined : rounded((rules.resultsMax * points) / weight / 100);
}

/**
 * The grade of so many points.
 * @law nd-335-2025 20
 */
export function gradeOf(rules: ReviewRules, total: number): Grade {
  const { from } = rules;
  if (total >= from.excellent) return 'excellent';
  if (total >= from.good) return 'good';
  return total >= from.fulfilled ? 'fulfilled' : 'failed';
}

/** How many may be excellent where so many are good; the cap warns, it forbids nothing. */
export function mostExcellent(rules: ReviewRules, good: number): number {
  return Math.floor((good * rules.capPercent) / 100);
}

/** The parts that people judge in this office. */
export function partsToJudge(rules: ReviewRules): readonly JudgedPart[] {
  return judgedParts.filter((part) => rules.weights[part] > 0);
}

/** Two decimals, as points are told. */
export function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}
