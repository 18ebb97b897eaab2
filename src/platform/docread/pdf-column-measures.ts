import type { Measure } from './pdf-paragraphs.ts';
import type { PartCell, PartRow } from './pdf-tables.ts';

const WIDEST_PADDING = 8;

/** Where text begins and ends in the cells of each column of one table. */
export class ColumnMeasures {
  readonly #known = new Map<string, Measure>();

  /** Between ruled lines padding is as wide behind text as before it; elsewhere the longest line shows the end. */
  constructor(rows: readonly PartRow[], isRuled: boolean) {
    for (const cell of rows.flatMap((row) => row.cells)) {
      if (cell.lines.length === 0) continue;
      const known = this.#known.get(keyOf(cell));
      const begin = Math.min(...cell.lines.map((line) => line.left));
      const end = Math.max(...cell.lines.map((line) => line.right));
      const padding = Math.min(WIDEST_PADDING, Math.max(0, begin - cell.left));
      this.#known.set(keyOf(cell), {
        left: Math.min(known?.left ?? Infinity, begin),
        right: Math.max(known?.right ?? -Infinity, end, isRuled ? cell.right - padding : end),
      });
    }
  }

  of(cell: PartCell): Measure {
    return this.#known.get(keyOf(cell)) ?? cell;
  }
}

function keyOf({ column, columnSpan }: PartCell): string {
  return `${column} ${columnSpan}`;
}
