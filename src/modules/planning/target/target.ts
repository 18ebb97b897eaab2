import type { Operator } from '../reading/plan-reading.ts';

/** What a target says, as far as people mend it; its place in the plan stays. */
export interface TargetFacts {
  readonly text: string;
  readonly metric: string | null;
  readonly operator: Operator;
  readonly value: number;
  readonly unit: string;
  readonly denominatorScope: string | null;
  readonly year: number | null;
}

export const operators = ['>=', '<=', '=', '>', '<'] as const satisfies readonly Operator[];

export const longestTargetText = 1_000;
export const longestMetric = 300;
export const longestUnit = 60;
export const longestReason = 300;
/** No promise of an office counts further; the table holds four decimals. */
export const greatestValue = 1_000_000_000_000;

/** True when both say the same. */
export function saysTheSame(one: TargetFacts, other: TargetFacts): boolean {
  return factNames.every((name) => one[name] === other[name]);
}
const factNames = ['text', 'metric', 'operator', 'value', 'unit', 'denominatorScope', 'year'] as const;

/** The facts alone, without what else a target has. */
export function factsOf(target: TargetFacts): TargetFacts {
  const { text, metric, operator, value, unit, denominatorScope, year } = target;
  return { text, metric, operator, value, unit, denominatorScope, year };
}
