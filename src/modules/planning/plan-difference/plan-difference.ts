import type { AnyRow, RowKind } from '../plan-draft/plan-draft.ts';
import { bareWords } from '../reading/letters.ts';
import { pairRows } from './pair-rows.ts';

/** One field of a row that reads otherwise in the later version. */
export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface ChangedRow {
  readonly before: AnyRow;
  readonly after: AnyRow;
  readonly fields: readonly FieldChange[];
}

export interface SameRow {
  readonly before: AnyRow;
  readonly after: AnyRow;
}

/** What a later version of a plan adds, changes, leaves out and keeps. */
export interface PlanDifference {
  readonly added: readonly AnyRow[];
  readonly changed: readonly ChangedRow[];
  readonly removed: readonly AnyRow[];
  readonly same: readonly SameRow[];
}

/** The fields that are compared, in the order in which people read them. */
export const comparedFields: Readonly<Record<RowKind, readonly string[]>> = {
  section: ['code', 'title', 'axis'],
  task: [
    'section',
    'seq',
    'objective',
    'task',
    'activity',
    'product',
    'chair_leader',
    'lead',
    'coordinators',
    'due_text',
    'note',
  ],
  target: ['text', 'operator', 'value', 'unit', 'year'],
  report: ['period', 'data_from', 'data_to', 'submit_by', 'to', 'by', 'text'],
  citation: ['role', 'type', 'number', 'date', 'issuer'],
};

/**
 * Sets a later version of a plan beside an earlier one. Rows are paired by what a person said (`pair`), then by
 * likeness of their words; white space, letter case and kinds of quotation marks make no difference.
 */
export function comparePlans(before: readonly AnyRow[], after: readonly AnyRow[]): PlanDifference {
  const pairs = pairRows(before, after);
  const taken = new Set([...pairs.values()].map((row) => row.id));
  const changed: ChangedRow[] = [];
  const same: SameRow[] = [];
  for (const row of after) {
    const earlier = pairs.get(row.id);
    if (!earlier) continue;
    const fields = changedFields(earlier, row);
    if (fields.length > 0) changed.push({ before: earlier, after: row, fields });
    else same.push({ before: earlier, after: row });
  }
  return {
    added: after.filter((row) => !pairs.has(row.id)),
    changed,
    removed: before.filter((row) => !taken.has(row.id)),
    same,
  };
}

function changedFields(before: AnyRow, after: AnyRow): FieldChange[] {
  return comparedFields[after.kind].flatMap((field) => {
    const [one, two] = [before, after].map((row) =>
      inWords((row.data as unknown as Record<string, unknown>)[field]),
    ) as [string, string];
    return plain(one) === plain(two) ? [] : [{ field, before: one, after: two }];
  });
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.join('; ');
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/** Words that are the same but for tones stay apart: "bà" is not "ba". */
function plain(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s"'“”‘’«».,;:]+/gu, ' ')
    .trim();
  return words || bareWords(text);
}
