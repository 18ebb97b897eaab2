import type { Rule } from './pdf-page.ts';
import { type Gutter, gutterEdges, narrowed, projectedGutters, seedGutters } from './pdf-gutters.ts';
import type { PrintedLine } from './pdf-lines.ts';
import { rowEdges } from './pdf-row-edges.ts';
import type { Grid } from './ruling-grid.ts';

/** A table without upright lines, whose columns show by what stands below what. */
export interface AlignedTable {
  readonly grid: Grid;
  /** Its lines are `lines[from]` up to, not with, `lines[to]`. */
  readonly from: number;
  readonly to: number;
}

const FEWEST_GUTTERS = 2;
const FEWEST_LINES = 3;
const FARTHEST_LINE = 3.2;
const MOST_TITLES = 3;

/**
 * Finds the first table among lines by its columns; `known` are the column edges of the table that the page above
 * ended with, which may go on here with too few rows to tell its columns from.
 */
export function findAligned(
  lines: readonly PrintedLine[],
  rules: readonly Rule[],
  known: readonly number[] | undefined,
): AlignedTable | undefined {
  const continued = known && tableAt(lines, 0, rules, known.slice(1, -1).map(toGutter), known);
  if (continued) return continued;
  for (const [start, line] of lines.entries()) {
    const seeds = seedGutters(line);
    const table = seeds.length >= FEWEST_GUTTERS ? tableAt(lines, start, rules, seeds, undefined) : undefined;
    if (table) return table;
  }
  return undefined;
}

function toGutter(edge: number): Gutter {
  return { left: edge - 2, right: edge + 2 };
}

function tableAt(
  lines: readonly PrintedLine[],
  start: number,
  rules: readonly Rule[],
  seeds: readonly Gutter[],
  known: readonly number[] | undefined,
): AlignedTable | undefined {
  const run = follow(lines, start, seeds);
  const rows = run.aligned;
  const several = rows.filter((line) => columnsIn(line, run.gutters) > 1).length;
  if (several < (known ? 1 : FEWEST_LINES)) return undefined;
  const gutters = known ? run.gutters : projectedGutters(rows, run.gutters);
  if (gutters.length < FEWEST_GUTTERS) return undefined;
  const from = known ? start : startOfHeader(lines, start, gutters);
  const taken = lines.slice(from, run.to);
  const xs = known ?? gutterEdges(gutters, taken);
  return { grid: gridOf(taken, xs, rules), from, to: run.to };
}

interface Run {
  readonly gutters: readonly Gutter[];
  /** The lines that keep the gutters free. */
  readonly aligned: readonly PrintedLine[];
  readonly to: number;
}

/** Follows lines downwards as long as they leave the gutters free; a title across them may stand between. */
function follow(lines: readonly PrintedLine[], start: number, seeds: readonly Gutter[]): Run {
  let gutters = seeds;
  const aligned: PrintedLine[] = [];
  let to = start;
  for (const [offset, line] of lines.slice(start).entries()) {
    const above = lines[start + offset - 1];
    if (offset > 0 && above && line.baseline - above.baseline > FARTHEST_LINE * line.size) break;
    const free = gutters.flatMap((gutter) => narrowed(gutter, line) ?? []);
    const closed = gutters.length - free.length;
    if (closed === 0 || (closed === 1 && free.length > FEWEST_GUTTERS)) {
      gutters = free;
      aligned.push(line);
      to = start + offset + 1;
    } else if (start + offset + 1 - to > MOST_TITLES) break;
  }
  return { gutters, aligned, to };
}

/** A header of several lines may begin above the line that shows the columns. */
function startOfHeader(lines: readonly PrintedLine[], start: number, gutters: readonly Gutter[]): number {
  let from = start;
  for (let at = start - 1; at >= 0; at--) {
    const [line, below] = [lines[at], lines[at + 1]];
    if (!line || !below || below.baseline - line.baseline > 1.6 * line.size) break;
    if (gutters.some((gutter) => narrowed(gutter, line) === undefined)) break;
    from = at;
  }
  return from;
}

function columnsIn(line: PrintedLine, gutters: readonly Gutter[]): number {
  return new Set(line.words.map((word) => gutters.filter(({ left }) => left < word.left).length)).size;
}

function gridOf(lines: readonly PrintedLine[], xs: readonly number[], rules: readonly Rule[]): Grid {
  const ys = rowEdges(lines, xs, rules);
  const cells = ys.slice(1).map((bottom, row) => {
    const inside = lines.filter(({ baseline }) => baseline > (ys[row] ?? 0) && baseline <= bottom);
    return placesOf(inside, xs, row);
  });
  return { xs, ys, cells };
}

/** The cells of one row: a text that runs over the edge of columns covers them. */
function placesOf(lines: readonly PrintedLine[], xs: readonly number[], row: number): number[] {
  const columns = xs.length - 1;
  const owner = Array.from({ length: columns }, (_, column) => column);
  for (const line of lines) {
    for (const gutter of xs.slice(1, -1).map(toGutter)) {
      const over = line.words.find((word) => word.left < gutter.left && word.right > gutter.right);
      if (over) coverWith(line, xs, owner);
    }
  }
  return owner.map((column) => row * columns + column);
}

/** Joins the columns under each unbroken stretch of a line. */
function coverWith(line: PrintedLine, xs: readonly number[], owner: number[]): void {
  let [first, right] = [0, -Infinity];
  for (const word of line.words) {
    const column = xs.findLastIndex((x) => x <= word.left);
    if (word.left - right > line.size) first = owner[column] ?? column;
    right = word.right;
    const last = xs.findLastIndex((x) => x <= word.right);
    for (let covered = first; covered <= Math.min(last, owner.length - 1); covered++) owner[covered] = first;
  }
}
