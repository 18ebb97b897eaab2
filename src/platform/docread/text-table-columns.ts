import type { LaidLine } from './text-leaves.ts';
import type { Segment } from './text-segments.ts';

const FEWEST_STARTS = 3;
const SHARE_CROSSING = 0.15;
const SHARE_WIDE = 0.5;

/**
 * Where each column of a table begins, in characters from the left; the first is 0.
 *
 * `lines` are the rows of the table without its titles: what stands below what shows the columns, so lines that run
 * over several of them must not be among the lines.
 */
export function columnStarts(lines: readonly LaidLine[], numbersEnd: number): number[] {
  const starts = numbersEnd > 0 ? [0, numbersEnd] : [0];
  starts.push(...valleysOf(lines, numbersEnd));
  for (let column = 0; column < starts.length; column++) {
    const split = hiddenStart(lines, starts[column] ?? 0, starts[column + 1] ?? Infinity);
    if (split === undefined || split < numbersEnd) continue;
    starts.splice(column + 1, 0, split);
    column--;
  }
  return starts;
}

/** The first characters behind each upright strip that no line fills. */
function valleysOf(lines: readonly LaidLine[], from: number): number[] {
  const width = Math.max(0, ...lines.map(({ segments }) => segments.at(-1)?.end ?? 0));
  const filled = new Uint8Array(width);
  for (const { segments } of lines) {
    for (const { text, start } of segments) {
      for (let index = 0; index < text.length; index++) if (text[index] !== ' ') filled[start + index] = 1;
    }
  }
  const valleys: number[] = [];
  const first = filled.indexOf(1, from);
  let next = width;
  for (let at = width - 1; at > first; at--) {
    if (filled[at] === 0 || filled[at - 1] === 1 || !isWide(lines, at, next)) continue;
    valleys.push(at);
    next = at;
  }
  return valleys.toReversed();
}

/** True when a text of its own begins behind the strip in most lines, and not only the next word of one. */
function isWide(lines: readonly LaidLine[], from: number, to: number): boolean {
  let [wide, narrow] = [0, 0];
  for (const { segments } of lines) {
    if (segments.some(({ start, end }) => start < from && end > from)) narrow++;
    else if (segments.some(({ start }) => start >= from && start < to)) wide++;
  }
  return wide > 0 && wide >= SHARE_WIDE * (wide + narrow);
}

/** A column that a few long lines of the one before it run into. */
function hiddenStart(lines: readonly LaidLine[], from: number, to: number): number | undefined {
  const counts = new Map<number, number>();
  for (const { segments } of lines) {
    const inside = segments.filter(({ start }) => start >= from && start < to);
    for (const { start } of inside.slice(1)) counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  const found = [...counts].toSorted(([, one], [, other]) => other - one);
  return found.find(
    ([start, count]) =>
      count >= FEWEST_STARTS &&
      lines.filter(({ segments }) => segments.some((segment) => runsOver(segment, start))).length <=
        SHARE_CROSSING * lines.length,
  )?.[0];
}

function runsOver({ text, start, end }: Segment, at: number): boolean {
  return start < at && end > at && text[at - start - 1] !== ' ';
}
