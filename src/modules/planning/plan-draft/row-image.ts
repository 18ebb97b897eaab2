import type { Doubt } from '../reading/plan-reading.ts';
import type { RowData, RowKind, RowState } from './plan-draft.ts';

/** A row as it stood at one moment, whole, so that a step can be undone. */
export interface RowImage {
  readonly kind: RowKind;
  readonly ordinal: number;
  readonly data: RowData[RowKind];
  readonly original: RowData[RowKind] | null;
  readonly doubts: readonly Doubt[];
  readonly state: RowState;
  readonly pair: string | null;
  readonly version: number;
}

/** What one step did to one row; null where the row did not exist. */
export interface RowChange {
  readonly id: string;
  readonly before: RowImage | null;
  readonly after: RowImage | null;
}

/** The step that takes these changes back. */
export function inverse(changes: readonly RowChange[]): RowChange[] {
  return changes.map(({ id, before, after }) => ({ id, before: after, after: before })).reverse();
}

/** The fields of a row that differ between two moments, for the audit line. */
export function sketch(image: RowImage | null): Record<string, unknown> | null {
  return image && { kind: image.kind, data: image.data, state: image.state };
}
