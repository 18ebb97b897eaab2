import { type PrintedLine, segmentsOf } from './pdf-lines.ts';

/** An upright strip in which nothing stands. */
export interface Gutter {
  readonly left: number;
  readonly right: number;
}

const SEED_GAP = 1;
const NARROWEST = 0.36;
const NARROWEST_BETWEEN_WORDS = 0.7;
const NARROWEST_PROJECTED = 0.5;
const ENOUGH_LINES = 6;
const MARGIN = 2;

/** The wide gaps of one line. */
export function seedGutters(line: PrintedLine): Gutter[] {
  const parts = segmentsOf(line, SEED_GAP);
  return parts.slice(1).map((part, index) => ({ left: parts[index]?.right ?? part.left, right: part.left }));
}

/** What a line leaves free of a gutter; undefined where too little is left. */
export function narrowed(gutter: Gutter, line: PrintedLine): Gutter | undefined {
  let free: Gutter[] = [gutter];
  for (const { left, right } of line.words) {
    free = free.flatMap((part) =>
      right <= part.left || left >= part.right
        ? [part]
        : [
            { left: part.left, right: left },
            { left: right, right: part.right },
          ],
    );
  }
  const widest = free.reduce((best, part) => (widthOf(part) > widthOf(best) ? part : best), {
    left: 0,
    right: 0,
  });
  // Words of one text stand on both sides of a gap of its own; texts of two columns keep to their edges.
  const isBetweenWords = widest.left > gutter.left && widest.right < gutter.right;
  const least = isBetweenWords ? NARROWEST_BETWEEN_WORDS : NARROWEST;
  return widthOf(widest) >= least * line.size ? widest : undefined;
}

/**
 * The gutters that all lines leave free. A single line may hide a column, since cells are empty; only many lines
 * together show every one, and few lines show gaps of chance, so that for them `found` stands.
 */
export function projectedGutters(lines: readonly PrintedLine[], found: readonly Gutter[]): readonly Gutter[] {
  if (lines.length < ENOUGH_LINES) return found;
  const words = lines.flatMap((line) => line.words).toSorted((a, b) => a.left - b.left);
  const gutters: Gutter[] = [];
  let right = Infinity;
  for (const word of words) {
    if (word.left - right >= NARROWEST_PROJECTED * word.size) gutters.push({ left: right, right: word.left });
    right = right === Infinity ? word.right : Math.max(right, word.right);
  }
  return gutters;
}

/** The edges of columns: in the middle of each gutter, and around all lines. */
export function gutterEdges(gutters: readonly Gutter[], lines: readonly PrintedLine[]): number[] {
  return [
    Math.min(...lines.map(({ left }) => left)) - MARGIN,
    ...gutters.map(({ left, right }) => (left + right) / 2),
    Math.max(...lines.map(({ right }) => right)) + MARGIN,
  ];
}

function widthOf({ left, right }: Gutter): number {
  return right - left;
}
