import type { AnnexRow } from './annex-rows.ts';
import type { ColumnRole } from './column-words.ts';
import type { Column } from './column-role.ts';
import type { Repair } from './plan-reading.ts';

const CARRIED: readonly ColumnRole[] = [
  'chair_leader',
  'lead',
  'coordinators',
  'lead-and-coordinators',
  'due',
];
const FULL = 0.8;

/**
 * Carries the value of a merged cell to the rows it spanned, where text shows only blanks below it.
 *
 * A column is taken for merged when a fifth of it or more is blank and yet the first row of every section is filled:
 * a lone blank cell stays blank, since it may mean that nobody was named.
 */
export function carryMergedColumns(
  rows: readonly AnnexRow[],
  columns: readonly Column[],
  repairs: Repair[],
): void {
  for (const [column, { role }] of columns.entries()) {
    if (!CARRIED.includes(role) || !looksMerged(rows, column)) continue;
    const lines: number[] = [];
    for (const [index, row] of rows.entries()) {
      const upper = rows[index - 1];
      const cell = upper?.section === row.section ? upper?.cells[column] : undefined;
      if ((row.cells[column]?.text ?? '') !== '' || !cell || cell.text === '') continue;
      row.cells[column] = cell;
      row.doubts.push({ code: 'carried-from-above', where: role, detail: cell.text });
      lines.push(...row.line);
    }
    if (lines.length > 0)
      repairs.push({ where: 'PL', kind: 'merged-cell', damage: role, repair: '', line: lines });
  }
}

function looksMerged(rows: readonly AnnexRow[], column: number): boolean {
  const filled = rows.filter((row) => (row.cells[column]?.text ?? '') !== '').length;
  if (filled === 0 || rows.length - filled < 2 || filled / rows.length > FULL) return false;
  return rows.every((row, index) => {
    const first = row.section !== rows[index - 1]?.section;
    return !first || (row.cells[column]?.text ?? '') !== '';
  });
}
