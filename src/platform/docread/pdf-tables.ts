import type { Gutter } from './pdf-gutters.ts';
import type { Grid } from './ruling-grid.ts';
import { linesOf, type PrintedLine } from './pdf-lines.ts';
import type { PageWord } from './pdf-page.ts';
import type { Measure } from './pdf-paragraphs.ts';

/** The part of a table that stands on one page. */
export interface TablePart {
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  /** Distances of its column lines from the left. */
  readonly xs: readonly number[];
  readonly rows: readonly PartRow[];
  /** The gaps between its columns where no lines stand there. */
  readonly gutters?: readonly Gutter[];
}

export interface PartRow {
  readonly top: number;
  readonly bottom: number;
  readonly cells: PartCell[];
}

export interface PartCell extends Measure {
  /** First column of the part's own grid. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly continuesAbove: boolean;
  lines: PrintedLine[];
}

/** Puts the words that stand inside a ruled grid into its cells. */
export function fillGrid(grid: Grid, words: readonly PageWord[], page: number): TablePart {
  const { xs, ys, cells } = grid;
  const wordsOfCell = new Map<number, PageWord[]>();
  for (const word of words) {
    const number = cells[placeOf(ys, heightOf(word))]?.[placeOf(xs, (word.left + word.right) / 2)];
    if (number === undefined) continue;
    const inside = wordsOfCell.get(number) ?? [];
    inside.push(word);
    wordsOfCell.set(number, inside);
  }
  const rows = cells.map((row, index): PartRow => {
    const places = row.flatMap((number, column) => (row[column - 1] === number ? [] : [{ number, column }]));
    return {
      top: ys[index] ?? 0,
      bottom: ys[index + 1] ?? 0,
      cells: places.map(({ number, column }): PartCell => {
        const columnSpan = row.slice(column).findIndex((other) => other !== number);
        const span = columnSpan < 0 ? row.length - column : columnSpan;
        const continuesAbove = cells[index - 1]?.[column] === number;
        const rowSpan = cells.slice(index).findIndex((other) => other[column] !== number);
        return {
          column,
          columnSpan: span,
          rowSpan: rowSpan < 0 ? cells.length - index : rowSpan,
          continuesAbove,
          left: xs[column] ?? 0,
          right: xs[column + span] ?? 0,
          lines: continuesAbove ? [] : linesOf(wordsOfCell.get(number) ?? [], page),
        };
      }),
    };
  });
  return { page, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, xs, rows };
}

/** True for a word inside the grid's outer lines. */
export function isInside(grid: Grid, word: PageWord): boolean {
  const middle = (word.left + word.right) / 2;
  const height = heightOf(word);
  const within = (marks: readonly number[], at: number): boolean =>
    (marks[0] ?? 0) <= at && at <= (marks.at(-1) ?? 0);
  return within(grid.xs, middle) && within(grid.ys, height);
}

function heightOf({ baseline, size }: PageWord): number {
  return baseline - 0.3 * size;
}

function placeOf(marks: readonly number[], at: number): number {
  return marks.findLastIndex((mark) => mark <= at);
}
