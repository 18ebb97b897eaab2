import type { RowLayout } from './doc-row.ts';
import { lastBegun } from './doc-text.ts';
import type { LooseBlock } from './loose-blocks.ts';
import type { ReadingTally } from './reading-tally.ts';
import { assembleTable, type CellDraft } from './table-draft.ts';

interface WrittenRow {
  readonly cells: readonly (readonly LooseBlock[])[];
  readonly layout: RowLayout | undefined;
}

/** A line of the grid, by its distance from the margin. */
interface GridLine {
  readonly from: number;
}

/** Edges of two rows that lie closer than a millimetre are one line of the grid. */
const SAME_EDGE = 56;

/** A table of an old Word file while its paragraphs go by. */
export class DocTable {
  readonly #tally: ReadingTally;
  readonly #rows: WrittenRow[] = [];
  #cells: (readonly LooseBlock[])[] = [];
  #blocks: LooseBlock[] = [];

  constructor(tally: ReadingTally) {
    this.#tally = tally;
  }

  /** Adds a paragraph or an inner table to the present cell. */
  add(block: LooseBlock): void {
    this.#blocks.push(block);
  }

  endCell(): void {
    this.#tally.tallyCell();
    this.#cells.push(this.#blocks);
    this.#blocks = [];
  }

  /** Ends the row; one that was deleted in a tracked change is left out. */
  endRow(layout: RowLayout | undefined, isDeleted: boolean): void {
    if (this.#blocks.length > 0) this.endCell();
    if (!isDeleted && this.#cells.length > 0) this.#rows.push({ cells: this.#cells, layout });
    this.#cells = [];
  }

  /** The finished table, its columns found by the edges of all its rows; see `assembleTable` for frames. */
  finish(): LooseBlock[] {
    this.endRow(undefined, false);
    const grid = gridOf(
      this.#rows.flatMap(({ cells, layout }) => layout?.edges.slice(0, cells.length + 1) ?? []),
    );
    let startsAbove = new Set<number>();
    const rows = this.#rows.map(({ cells, layout }) => {
      const placed = placeCells(cells, layout, grid, startsAbove);
      startsAbove = new Set(placed.map(({ column }) => column));
      return { cells: placed, header: layout?.isHeader ?? false };
    });
    return assembleTable(rows, 0);
  }
}

/** The lines of the grid: the first of each group of edges that lie together. */
function gridOf(edges: readonly number[]): readonly GridLine[] {
  const grid: GridLine[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const edge of [...new Set(edges)].sort((a, b) => a - b)) {
    if (edge - last > SAME_EDGE) grid.push({ from: edge });
    last = edge;
  }
  return grid;
}

function placeCells(
  cells: readonly (readonly LooseBlock[])[],
  layout: RowLayout | undefined,
  grid: readonly GridLine[],
  startsAbove: ReadonlySet<number>,
): CellDraft[] {
  const placed: CellDraft[] = [];
  let next = 0;
  for (const [index, blocks] of cells.entries()) {
    const column = Math.max(next, lineOf(layout?.edges[index], grid) ?? next);
    const columnSpan = Math.max(1, (lineOf(layout?.edges[index + 1], grid) ?? column + 1) - column);
    const left = placed.at(-1);
    const { continuesAbove = false, continuesLeft = false } = layout?.cells[index] ?? {};
    if (continuesLeft && left !== undefined) {
      placed[placed.length - 1] = { ...left, columnSpan: column + columnSpan - left.column };
    } else
      placed.push({ column, columnSpan, continuesAbove: continuesAbove && startsAbove.has(column), blocks });
    next = column + columnSpan;
  }
  return placed;
}

/** Number of the grid line at an edge. */
function lineOf(edge: number | undefined, grid: readonly GridLine[]): number | undefined {
  const line = edge === undefined ? -1 : lastBegun(grid, edge);
  return line === -1 ? undefined : line;
}
