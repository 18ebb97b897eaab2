import { type Lattice, latticesOf } from './ruling-lines.ts';
import type { Rule } from './pdf-page.ts';

/** A ruled table as geometry: its grid lines and, for each place on the grid, the cell that covers it. */
export interface Grid {
  /** Distances of the grid's lines from the left, one more than columns. */
  readonly xs: readonly number[];
  /** Heights of the grid's lines from the top, one more than rows. */
  readonly ys: readonly number[];
  /** `cells[row][column]`: the number of the cell; places of one merged cell share it. */
  readonly cells: readonly (readonly number[])[];
}

const NEAR = 4;
const MOST_PLACES = 20_000;

/** Finds the ruled tables of a page, from top to bottom: two columns at least, frames and underlines left out. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  return latticesOf(rules)
    .flatMap((lattice) => gridOf(lattice) ?? [])
    .toSorted((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

function gridOf({ across, down }: Lattice): Grid | undefined {
  const ys = distinct(across.flatMap((rule) => [rule.at]).concat(down.flatMap(({ from, to }) => [from, to])));
  const xs = distinct(down.map(({ at }) => at).concat(across.flatMap(({ from, to }) => [from, to])));
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (across.length < 2 || down.length < 2 || columns < 2 || rows < 1) return undefined;
  if (columns * rows > MOST_PLACES) return undefined;
  const middle = (marks: readonly number[], index: number): number =>
    ((marks[index] ?? 0) + (marks[index + 1] ?? 0)) / 2;
  const walls = (marks: readonly number[], lines: readonly Rule[]): Rule[][] =>
    marks.map((mark) => lines.filter(({ at }) => Math.abs(at - mark) <= NEAR));
  const [upright, level] = [walls(xs, down), walls(ys, across)];
  const covers = (lines: readonly Rule[] | undefined, at: number): boolean =>
    lines?.some(({ from, to }) => from <= at && at <= to) ?? false;

  const cells = new Places(rows, columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (column + 1 < columns && !covers(upright[column + 1], middle(ys, row)))
        cells.merge(row, column, row, column + 1);
      if (row + 1 < rows && !covers(level[row + 1], middle(xs, column)))
        cells.merge(row, column, row + 1, column);
    }
  }
  const numbered = cells.numbered();
  return new Set(numbered.flat()).size > 1 ? { xs, ys, cells: numbered } : undefined;
}

/** Marks in order, those that nearly coincide taken once. */
function distinct(marks: readonly number[]): number[] {
  const kept: number[] = [];
  for (const mark of marks.toSorted((a, b) => a - b)) {
    if (mark - (kept.at(-1) ?? -Infinity) > NEAR) kept.push(mark);
  }
  return kept;
}

/** Places of a grid, joined where no line parts them. */
class Places {
  readonly #owner: number[];
  readonly #columns: number;

  constructor(rows: number, columns: number) {
    this.#columns = columns;
    this.#owner = Array.from({ length: rows * columns }, (_, index) => index);
  }

  merge(row: number, column: number, otherRow: number, otherColumn: number): void {
    const [first, second] = [
      this.#root(row * this.#columns + column),
      this.#root(otherRow * this.#columns + otherColumn),
    ];
    this.#owner[Math.max(first, second)] = Math.min(first, second);
  }

  numbered(): number[][] {
    const rows: number[][] = [];
    for (let start = 0; start < this.#owner.length; start += this.#columns) {
      rows.push(Array.from({ length: this.#columns }, (_, column) => this.#root(start + column)));
    }
    return rows;
  }

  #root(place: number): number {
    let root = place;
    for (let next = this.#owner[root]; next !== undefined && next !== root; next = this.#owner[root])
      root = next;
    this.#owner[place] = root;
    return root;
  }
}
