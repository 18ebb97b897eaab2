import type { LaidLine } from './text-leaves.ts';

/** The number of a row or of a section as it stands in a column of its own: "1", "2.3", "IV", "(1)". */
export const ROW_NUMBER = /^\(?(?:\d{1,4}(?:\.\d{1,3})*|[IVXLC]{1,6}(?:\.\d{1,2})*|[A-HĐ])[.)]?$/u;

const LEAST_SHARE = 0.5;
const FARTHEST_FROM_EDGE = 3;
const FEWEST = 2;

/**
 * The lines of a table with the number that begins a line as a segment of its own, where numbers begin most of the
 * lines at the left edge: one space is all that a long number leaves before its row.
 */
export function partNumbers(lines: readonly LaidLine[]): readonly LaidLine[] {
  const edge = Math.min(...lines.map(({ segments }) => segments[0]?.start ?? Infinity));
  const atEdge = lines.filter(
    ({ segments }) => (segments[0]?.start ?? Infinity) <= edge + FARTHEST_FROM_EDGE,
  );
  const numbered = atEdge.filter(beginsWithNumber);
  if (numbered.length < FEWEST || numbered.length < LEAST_SHARE * atEdge.length) return lines;
  return lines.map((line) => (numbered.includes(line) ? partNumber(line) : line));
}

function beginsWithNumber({ segments }: LaidLine): boolean {
  return ROW_NUMBER.test(segments[0]?.text.split(' ', 1)[0] ?? '');
}

function partNumber(line: LaidLine): LaidLine {
  const [first, ...others] = line.segments;
  const space = first?.text.indexOf(' ') ?? -1;
  const isTitle = others.length === 0 && first?.text[space - 1] === '.';
  if (!first || space < 0 || isTitle) return line;
  const { text, start, end } = first;
  return {
    ...line,
    segments: [
      { text: text.slice(0, space), start, end: start + space },
      { text: text.slice(space + 1), start: start + space + 1, end },
      ...others,
    ],
  };
}

/** Where the column of numbers ends, in characters; 0 where the table has none. */
export function endOfNumbers(lines: readonly LaidLine[]): number {
  const behind = lines.flatMap(({ segments: [first, second] }) =>
    first && second && ROW_NUMBER.test(first.text) ? [second.start] : [],
  );
  return behind.length < FEWEST ? 0 : Math.min(...behind);
}
