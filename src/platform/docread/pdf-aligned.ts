import type { Rule } from './pdf-page.ts';
import { type Gutter, gutterEdges, narrowed, projectedGutters, seedGutters } from './pdf-gutters.ts';
import { type PrintedLine, segmentsOf } from './pdf-lines.ts';
import { rowEdges } from './pdf-row-edges.ts';
import type { Grid } from './ruling-grid.ts';

/** A table without upright lines, whose columns show by what stands below what. */
export interface AlignedTable {
  readonly grid: Grid;
  readonly gutters: readonly Gutter[];
  /** Its lines are `lines[from]` up to, not with, `lines[to]`. */
  readonly from: number;
  readonly to: number;
}

/** The columns of a table that began on a page above. */
export interface KnownColumns {
  readonly xs: readonly number[];
  readonly gutters: readonly Gutter[];
}

const FEWEST_GUTTERS = 2;
const FEWEST_LINES = 3;
const FARTHEST_LINE = 3.2;
const MOST_TITLES = 3;
const STRETCH_GAP = 1;

/**
 * Finds the first table among lines by its columns; `known` are the columns of the table that the page above ended
 * with, which may go on here with too few rows to tell them from.
 */
export function findAligned(
  lines: readonly PrintedLine[],
  rules: readonly Rule[],
  known: KnownColumns | undefined,
): AlignedTable | undefined {
  const continued = known && tableAt(lines, 0, rules, known.gutters, known.xs);
  if (continued) return continued;
  for (const [start, line] of lines.entries()) {
    const seeds = seedGutters(line);
    const table = seeds.length >= FEWEST_GUTTERS ? tableAt(lines, start, rules, seeds, undefined) : undefined;
    if (table) return table;
  }
  return undefined;
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
  return { grid: gridOf(taken, { xs, gutters }, rules), gutters, from, to: run.to };
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
  let pending: PrintedLine[] = [];
  const aligned: PrintedLine[] = [];
  let to = start;
  for (const [offset, line] of lines.slice(start).entries()) {
    const above = lines[start + offset - 1];
    if (offset > 0 && above && line.baseline - above.baseline > FARTHEST_LINE * line.size) break;
    const free = gutters.flatMap((gutter) => narrowed(gutter, line) ?? []);
    const columns = columnsIn(line, free);
    // A gap of the first line may lie inside a column: a line that fills several others shows it.
    const isAligned =
      free.length === gutters.length || (gutters.length - free.length === 1 && columns > FEWEST_GUTTERS);
    const isAfterTitle = start + offset > to;
    if (isAligned && isAfterTitle && columns < 2) pending.push(line);
    else if (isAligned) {
      gutters = free;
      aligned.push(...pending, line);
      pending = [];
      to = start + offset + 1;
    }
    if (start + offset + 1 - to > MOST_TITLES) break;
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

function gridOf(lines: readonly PrintedLine[], columns: KnownColumns, rules: readonly Rule[]): Grid {
  const { xs } = columns;
  const ys = rowEdges(lines, xs, rules);
  const cells = ys.slice(1).map((bottom, row) => {
    const inside = lines.filter(({ baseline }) => baseline > (ys[row] ?? 0) && baseline <= bottom);
    return placesOf(inside, columns, row);
  });
  return { xs, ys, cells };
}

/** The cells of one row: a text that runs over gutters covers the columns beside them. */
function placesOf(lines: readonly PrintedLine[], { xs, gutters }: KnownColumns, row: number): number[] {
  const columns = xs.length - 1;
  const owner = Array.from({ length: columns }, (_, column) => column);
  for (const line of lines) {
    if (gutters.some((gutter) => narrowed(gutter, line) === undefined)) coverWith(line, xs, owner);
  }
  return owner.map((column) => row * columns + column);
}

/** Joins the columns under each unbroken stretch of a line. */
function coverWith(line: PrintedLine, xs: readonly number[], owner: number[]): void {
  for (const { left, right } of segmentsOf(line, STRETCH_GAP)) {
    const first = xs.findLastIndex((x) => x <= left);
    const last = Math.min(
      xs.findLastIndex((x) => x < right),
      owner.length - 1,
    );
    for (let covered = first + 1; covered <= last; covered++) owner[covered] = owner[first] ?? first;
  }
}
