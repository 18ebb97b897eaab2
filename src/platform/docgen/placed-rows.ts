import { type PaperCell, type PaperTable, plainWords } from './paper.ts';

/** A row with a longer cell may break over pages: whole, it would leave half a page empty. */
const LONGEST_WHOLE_CELL = 1_200;

export interface PlacedCell {
  readonly cell: PaperCell;
  /** The column in which it begins. */
  readonly column: number;
}

/** The cells of each row with their columns: a cell that reaches down from above pushes them to the right. */
export function placedRows(table: PaperTable): PlacedCell[][] {
  const busyUntil = table.columns.map(() => 0);
  return table.rows.map((row, index) => {
    let column = 0;
    return row.cells.map((cell) => {
      while ((busyUntil[column] ?? 0) > index) column += 1;
      const begins = column;
      column += cell.columnSpan ?? 1;
      busyUntil.fill(index + (cell.rowSpan ?? 1), begins, column);
      return { cell, column: begins };
    });
  });
}

/** True for a row that is the title of those below it: one of its cells goes over most of the columns, none downwards. */
export function isGroupTitle(table: PaperTable, row: readonly PlacedCell[]): boolean {
  const covered = row.reduce((sum, { cell }) => sum + (cell.columnSpan ?? 1), 0);
  return (
    covered === table.columns.length &&
    row.every(({ cell }) => (cell.rowSpan ?? 1) === 1) &&
    row.some(({ cell }) => (cell.columnSpan ?? 1) > table.columns.length / 2)
  );
}

/** True for a row that is kept on one page. */
export function staysWhole(row: readonly PlacedCell[]): boolean {
  return row.every(({ cell }) => plainWords(cell.words).length <= LONGEST_WHOLE_CELL);
}

/** How the words of a cell stand: as it says itself, else as its column does. */
export function cellAlign(table: PaperTable, { cell, column }: PlacedCell): 'center' | 'left' {
  return cell.align ?? table.columns[column]?.align ?? 'left';
}
