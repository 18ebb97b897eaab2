import type { AnnexRow } from './annex-rows.ts';
import type { ColumnRole } from './column-words.ts';
import type { Column } from './column-role.ts';
import type { GridCell } from './grid.ts';
import type { Repair } from './plan-reading.ts';
import { placeOf } from './row-repair.ts';

const CARRIED: readonly ColumnRole[] = [
  'chair_leader',
  'lead',
  'coordinators',
  'lead-and-coordinators',
  'due',
];
const FULL = 0.8;
const FEW = 0.25;

/**
 * Carries the value of a merged cell to the rows it spanned, where text shows only blanks below it.
 *
 * A column is taken for merged when a fifth of it or more is blank, yet the first row of every section is filled and
 * hardly any value is printed twice in a row: a lone blank cell stays blank, since it may mean that nobody was named.
 */
export function carryMergedColumns(
  rows: readonly AnnexRow[],
  columns: readonly Column[],
  repairs: Repair[],
): void {
  for (const [column, { role }] of columns.entries()) {
    if (!CARRIED.includes(role) || !looksMerged(rows, column)) continue;
    const carried = new Map<GridCell, AnnexRow[]>();
    for (const [index, row] of rows.entries()) {
      const upper = rows[index - 1];
      const cell = upper?.section === row.section ? upper?.cells[column] : undefined;
      if ((row.cells[column]?.text ?? '') !== '' || !cell || cell.text === '') continue;
      row.cells[column] = cell;
      row.doubts.push({ code: 'carried-from-above', where: role, detail: cell.text });
      carried.set(cell, [...(carried.get(cell) ?? []), row]);
    }
    for (const [cell, below] of carried) {
      const where = below[0] ? placeOf(below[0]) : 'PL';
      const line = below.flatMap((row) => row.line);
      repairs.push({ where, kind: 'merged-cell', damage: '–', repair: cell.text, line });
    }
  }
}

const DITTO = /^["”“„'‟\s/-]*(?:nt|n\.t|như trên|như nêu trên|["”“„]|\/\/)["”“„'.\s/-]*$/iu;

/** Gives a cell that says "-nt-" or "như trên" what the cell above says. */
export function fillDittos(rows: readonly AnnexRow[]): void {
  for (const [index, row] of rows.entries()) {
    for (const [column, cell] of row.cells.entries()) {
      const upper = rows[index - 1]?.cells[column];
      if (upper && DITTO.test(cell.text)) row.cells[column] = upper;
    }
  }
}

function looksMerged(rows: readonly AnnexRow[], column: number): boolean {
  const filled = rows.filter((row) => textOf(row, column) !== '').length;
  if (filled === 0 || rows.length - filled < 2 || filled / rows.length > FULL) return false;
  const opens = rows.every(
    (row, index) => row.section === rows[index - 1]?.section || textOf(row, column) !== '',
  );
  const repeated = rows.filter((row, index) => {
    const above = rows[index - 1];
    return (
      textOf(row, column) !== '' &&
      row.section === above?.section &&
      textOf(row, column) === textOf(above, column)
    );
  });
  return opens && repeated.length <= (rows.length - filled) * FEW;
}

function textOf(row: AnnexRow, column: number): string {
  return row.cells[column]?.text ?? '';
}
