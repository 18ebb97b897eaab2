import reference from '../../../../seed/reference/officer-evaluation.json' with { type: 'json' };
import { referenceRules } from './input.ts';
import type { ReviewMonth } from './review-month.ts';
import type { ReviewRules } from './review-rules.ts';

let kept: ReturnType<typeof referenceRules.parse>['sets'] | undefined;

/** The decree's numbers for a month as the product ships them; undefined for a month before any of them. */
export function findReferenceRules({ first }: ReviewMonth): ReviewRules | undefined {
  kept ??= referenceRules.parse(reference).sets;
  const set = kept.find((one) => one.validFrom <= first && (one.validTo === null || first <= one.validTo));
  return (
    set && {
      document: set.document,
      validFrom: set.validFrom,
      commonMax: set.commonMax.value,
      resultsMax: set.resultsMax.value,
      sentBackPercent: set.sentBackPercent.value,
      latePercent: set.latePercent.value,
      from: {
        excellent: set.grades.excellent.value,
        good: set.grades.good.value,
        fulfilled: set.grades.fulfilled.value,
      },
      capPercent: set.capPercent.value,
      exceptionPercent: set.exceptionPercent.value,
      weights: set.weights.value,
      conversion: set.conversion.value,
      rubric: '',
      version: 0,
    }
  );
}
