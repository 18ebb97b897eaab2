import type { Cell } from './document.ts';
import { MAX_GRID_CELLS } from './limits.ts';
import type { LooseBlock, LooseRow, LooseTable } from './loose-blocks.ts';
import { Refusal } from './refusal.ts';

/** A cell while its table is being read: its place on the grid, and whatever blocks it holds. */
export interface CellDraft {
  readonly column: number;
  readonly columnSpan: number;
  readonly continuesAbove: boolean;
  readonly blocks: readonly LooseBlock[];
}

export interface RowDraft {
  readonly cells: readonly CellDraft[];
  readonly header: boolean;
}

/**
 * Lays the rows of a table on `width` columns, or on as many more as they need.
 *
 * A table inside a cell is text of that cell, a line for each row. Where the outer table only frames a page, what it
 * frames stands on its own, in its place: that is so for a cell alone in its row, and for an inner table both wider
 * and longer than the outer one.
 */
export function assembleTable(rows: readonly RowDraft[], width: number): LooseBlock[] {
  const blocks: LooseBlock[] = [];
  let laid: LooseRow[] = [];
  const end = (): void => {
    if (laid.length > 0) blocks.push(tableOf(laid, width));
    laid = [];
  };
  for (const row of rows) {
    if (isFrame(row, rows.length)) {
      end();
      for (const cell of row.cells) for (const block of cell.blocks) if (!isEmpty(block)) blocks.push(block);
    } else
      laid.push({ header: row.header, cells: row.cells.map((cell) => layCell(cell, laid.length === 0)) });
  }
  end();
  return blocks;
}

function isFrame(row: RowDraft, rowsOutside: number): boolean {
  return row.cells.some(({ blocks }, index) =>
    blocks.some(
      (block) =>
        block.kind === 'table' &&
        (row.cells.every((cell, at) => at === index || cell.blocks.every(isEmpty)) ||
          (block.width > row.cells.length && block.rows.length > rowsOutside)),
    ),
  );
}

function isEmpty(block: LooseBlock): boolean {
  return block.kind === 'paragraph' && block.text === '' && block.label === undefined;
}

/** A table of finished rows, as wide as they need and at least `width`. */
export function tableOf(rows: readonly LooseRow[], width = 0): LooseTable {
  const widest = rows.reduce((most, { cells }) => {
    const last = cells.at(-1);
    return last === undefined ? most : Math.max(most, last.column + last.columnSpan);
  }, width);
  refuseVastGrid(rows.length, widest);
  return { kind: 'table', rows, width: widest };
}

/** Refuses (`too-long`) a table that few cells make vast: one row as wide as the others are many. */
export function refuseVastGrid(rows: number, width: number): void {
  if (rows * width > MAX_GRID_CELLS) throw new Refusal('too-long');
}

function layCell(cell: CellDraft, isFirstRow: boolean): Cell {
  const { column, columnSpan } = cell;
  const place = { text: '', column, columnSpan, continuesAbove: cell.continuesAbove && !isFirstRow };
  return cell.continuesAbove ? place : { ...place, ...cellText(cell.blocks) };
}

function cellText(blocks: readonly LooseBlock[]): Pick<Cell, 'text' | 'bold'> {
  const lines: string[] = [];
  let isBold = true;
  for (const block of blocks) {
    if (block.kind === 'table') {
      for (const row of block.rows)
        lines.push(row.cells.map((cell) => cell.text.replaceAll('\n', ' ')).join(' | '));
      isBold = false;
      continue;
    }
    const line = block.label === undefined ? block.text : `${block.label} ${block.text}`.trim();
    if (line === '') continue;
    lines.push(line);
    isBold &&= block.bold === true || block.text === '';
  }
  return { text: lines.join('\n'), ...(isBold && lines.length > 0 ? { bold: true } : {}) };
}
