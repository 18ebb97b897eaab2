import type { LooseBlock } from './loose-blocks.ts';
import type { ReadingTally } from './reading-tally.ts';
import { assembleTable, type CellDraft, type RowDraft } from './table-draft.ts';

/** How far a cell reaches, as HTML bounds it. */
export interface CellReach {
  readonly columnSpan: number;
  readonly rowSpan: number;
}

interface OpenSpan {
  readonly columnSpan: number;
  rowsLeft: number;
}

/** A table of HTML while its cells come in: finds the grid column of each under the cells that reach down. */
export class HtmlTable {
  /** True while rows belong to the head of the table. */
  isHead = false;
  readonly #tally: ReadingTally;
  readonly #rows: RowDraft[] = [];
  #cells: CellDraft[] | undefined;
  #column = 0;
  /** Cells of earlier rows that still reach down, by their first column. */
  readonly #spans = new Map<number, OpenSpan>();

  constructor(tally: ReadingTally) {
    this.#tally = tally;
  }

  beginRow(): void {
    this.endRow();
    this.#cells = [];
    this.#column = 0;
  }

  /** Adds a cell to the row, which begins with it where no row was begun. */
  addCell({ columnSpan, rowSpan }: CellReach, blocks: readonly LooseBlock[]): void {
    if (this.#cells === undefined) this.beginRow();
    this.#continueFromAbove();
    const column = this.#column;
    this.#put({ column, columnSpan, continuesAbove: false, blocks });
    if (rowSpan > 1) this.#spans.set(column, { columnSpan, rowsLeft: rowSpan - 1 });
  }

  /** Ends the row if one is open; one in which nothing begins is left out. */
  endRow(): void {
    const cells = this.#cells;
    if (cells === undefined) return;
    for (const column of [...this.#spans.keys()].sort((a, b) => a - b)) {
      if (column < this.#column) continue;
      this.#column = column;
      this.#continueFromAbove();
    }
    if (cells.some(({ continuesAbove }) => !continuesAbove)) this.#rows.push({ cells, header: this.isHead });
    this.#cells = undefined;
  }

  /** The finished table; a table that frames others gives those: see `assembleTable`. */
  finish(): LooseBlock[] {
    this.endRow();
    return assembleTable(this.#rows, 0);
  }

  /** Takes the places at which cells of earlier rows reach into this one. */
  #continueFromAbove(): void {
    for (;;) {
      const column = this.#column;
      const span = this.#spans.get(column);
      if (span === undefined) return;
      this.#put({ column, columnSpan: span.columnSpan, continuesAbove: true, blocks: [] });
      if (--span.rowsLeft === 0) this.#spans.delete(column);
    }
  }

  #put(cell: CellDraft): void {
    this.#tally.tallyCell();
    this.#cells?.push(cell);
    this.#column = cell.column + cell.columnSpan;
  }
}
