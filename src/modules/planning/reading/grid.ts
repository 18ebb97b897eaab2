import type { Table } from '#platform/docread/document.ts';
import { oneLine } from './letters.ts';

/**
 * A cell of a logical table. Rows that share a merged cell share this object, so that what is mended in one row is
 * mended in all.
 */
export interface GridCell {
  text: string;
  span: number;
  /** True when the source says that the cell continues the one above. */
  merged: boolean;
}

export interface GridRow {
  line: number[];
  cells: GridCell[];
  /** True for the first row behind a page break or a repeated header. */
  afterBreak: boolean;
}

export function emptyCell(): GridCell {
  return { text: '', span: 1, merged: false };
}

/** Lays a source table on its grid: one cell for each column, spanned columns empty. */
export function toGrid(table: Table): GridRow[] {
  return table.rows.map((row, index) => {
    const cells = Array.from({ length: table.width }, emptyCell);
    for (const cell of row.cells) {
      cells[cell.column] = { text: tidy(cell.text), span: cell.columnSpan, merged: cell.continuesAbove };
    }
    return { line: [row.line], cells, afterBreak: index === 0 };
  });
}

/** Brings a row to the width of its table; cells beyond it stay when they hold text. */
export function widen(row: GridRow, width: number): GridRow {
  while (row.cells.length < width) row.cells.push(emptyCell());
  while (row.cells.length > width && row.cells.at(-1)?.text === '') row.cells.pop();
  return row;
}

export function filledColumns(row: GridRow): number[] {
  return row.cells.flatMap((cell, column) => (cell.text !== '' ? [column] : []));
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((part) => oneLine(part))
    .filter((part) => part !== '')
    .join('\n');
}
