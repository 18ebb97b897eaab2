import type { LaidLine } from './text-leaves.ts';
import type { Segment } from './text-segments.ts';

/** Lines of one table: `lines[from]` up to, not with, `lines[to]`. */
export interface TableRun {
  readonly from: number;
  readonly to: number;
}

const FEWEST_SEGMENTS = 3;
/** A printed line has no room for more texts side by side. */
const MOST_SEGMENTS = 40;
const FEWEST_LINES = 2;
const MOST_ACROSS = 2;
const FARTHEST = 14;
const MOST_LINES_ABOVE = 3;

/** Finds where neighbouring lines fall into three or more columns. */
export function findTableRuns(lines: readonly LaidLine[]): TableRun[] {
  const runs: TableRun[] = [];
  let at = 0;
  while (at < lines.length) {
    const end = endOfRun(lines, at);
    if (end === undefined) at++;
    else {
      const floor = runs.at(-1)?.to ?? 0;
      runs.push({ from: startOfHeader(lines, at, floor), to: end });
      at = end;
    }
  }
  return runs;
}

/** Follows the lines from one of many segments down to the last that belongs to the same table. */
function endOfRun(lines: readonly LaidLine[], start: number): number | undefined {
  let [core, cores, last, across] = [lines[start], 0, start, 0];
  if (!core || !isCore(core)) return undefined;
  for (let at = start; at < lines.length && at - last <= FARTHEST; at++) {
    const line = lines[at];
    if (!line) break;
    if (isCore(line)) {
      [core, last, across] = [line, at, 0];
      cores++;
    } else if (isAcross(line, core) && ++across > MOST_ACROSS) break;
  }
  return cores < FEWEST_LINES ? undefined : endOfTail(lines, start, last);
}

/** The rest of cells below the last line that shows the columns. */
function endOfTail(lines: readonly LaidLine[], start: number, last: number): number {
  const starts = new Set(
    lines
      .slice(Math.max(start, last - FARTHEST), last + 1)
      .flatMap(({ segments }) => segments.map((s) => s.start)),
  );
  const isUnder = (segment: Segment): boolean =>
    [-1, 0, 1].some((offset) => starts.has(segment.start + offset));
  const core = lines[last];
  let end = last + 1;
  for (; end < lines.length; end++) {
    const [line, above] = [lines[end], lines[end - 1]];
    if (!core || !line || !above || line.at - above.at > 1) break;
    if (isAcross(line, core) || !line.segments.every(isUnder)) break;
  }
  return end;
}

/** Titles above the line that first shows all columns. */
function startOfHeader(lines: readonly LaidLine[], start: number, floor: number): number {
  let from = start;
  while (from > floor && start - from < MOST_LINES_ABOVE) {
    const [line, below] = [lines[from - 1], lines[from]];
    if (!line || !below || below.at - line.at > 1 || line.segments.length < 2) break;
    from--;
  }
  return from;
}

/** True for a line that shows columns. */
export function isCore({ segments }: LaidLine): boolean {
  return segments.length >= FEWEST_SEGMENTS && segments.length <= MOST_SEGMENTS;
}

/** True for a text that runs over a gap of the table's last full line: a title between rows, or a sentence behind it. */
export function isAcross({ segments }: LaidLine, core: LaidLine): boolean {
  const [only] = segments;
  if (!only || segments.length > 1) return false;
  return core.segments.some((segment, index) => {
    const next = core.segments[index + 1];
    return next !== undefined && only.start < segment.end && only.end > next.start;
  });
}
