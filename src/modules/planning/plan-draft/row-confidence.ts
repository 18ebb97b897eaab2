import type { DoubtCode } from '../reading/plan-reading.ts';
import type { AnyRow } from './plan-draft.ts';

export type Confidence = 'clear' | 'look' | 'decide';

/** Doubts about what the plan means; all others are about how the reader mended it. */
const toDecide: ReadonlySet<DoubtCode> = new Set([
  'conflict',
  'due-not-understood',
  'due-missing',
  'lead-missing',
  'product-missing',
  'unit-unknown',
  'section-missing',
  'column-shifted',
  'submit-missing',
]);

/** How sure the reader is of a row: only a person can decide, a look suffices, or clear. */
export function confidenceOf(row: Pick<AnyRow, 'doubts'>): Confidence {
  if (row.doubts.length === 0) return 'clear';
  return row.doubts.some((doubt) => toDecide.has(doubt.code)) ? 'decide' : 'look';
}

/** Contradictions first, then what needs a decision, then what needs a look. */
export function gravity(code: DoubtCode): number {
  if (code === 'conflict') return 2;
  return toDecide.has(code) ? 1 : 0;
}
