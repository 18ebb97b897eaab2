import type { AnnexRow } from './annex-rows.ts';
import type { Column } from './column-role.ts';
import type { ReadTarget } from './plan-reading.ts';
import { placeOf } from './row-repair.ts';
import { readTargets } from './target.ts';
import { readTargetRow } from './target-row.ts';

const BARE_VALUE =
  /^[^\p{L}]*(?:(?:đạt|từ|trên|dưới|tối thiểu|ít nhất|tối đa|không quá|trở lên|trở xuống)[^\p{L}]*)*$/iu;

/** The targets that a list of tasks names in a column of its own: a bare figure is a promise of the task itself. */
export function readTaskTargets(
  row: AnnexRow,
  columns: readonly Column[],
  year: number | null,
): ReadTarget[] {
  const where = placeOf(row);
  return columns.flatMap((column, index) => {
    const text = row.cells[index]?.text ?? '';
    if ((column.role !== 'target' && column.role !== 'year') || !/\d/.test(text)) return [];
    if (!BARE_VALUE.test(text)) return readTargets(text, { where, line: row.line, year });
    const others = columns.map((other, at) =>
      at !== index && (other.role === 'target' || other.role === 'year')
        ? { ...other, role: 'other' as const }
        : other,
    );
    return readTargetRow(row, others, year);
  });
}
