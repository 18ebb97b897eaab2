import type { LooseBlock } from './loose-blocks.ts';
import { parseColumns, sidesAsTable } from './pdf-columns.ts';
import type { PrintedLine } from './pdf-lines.ts';
import { type Measure, paragraphLines, toParagraph } from './pdf-paragraphs.ts';
import type { ReadingTally } from './reading-tally.ts';
import type { LaidLine } from './text-leaves.ts';
import { toPrinted } from './text-printed.ts';

/** How much the widths of letters, which a text does not tell, may be wrong over a line. */
const SLACK = 12;
const SAME_EDGE = 4;
const MOST_LINES_OF_STRIP = 200;
const LEAST_GAP = 4;
const CENTRED = 6;
const BEGINS_ITEM = /^[a-zđ]\)\s/u;

/** True where two lines, one below the other, hold two texts with a wide gap in common. */
export function hasSides(lines: readonly LaidLine[]): boolean {
  return lines.some((line, index) => {
    const [one, other] = [gapOf(line), gapOf(lines[index - 1])];
    return one && other && Math.min(one.end, other.end) - Math.max(one.start, other.start) >= LEAST_GAP;
  });
}

function gapOf(line: LaidLine | undefined): { start: number; end: number } | undefined {
  const [left, right] = line?.segments ?? [];
  return line?.segments.length === 2 && left && right ? { start: left.end, end: right.start } : undefined;
}

/** The blocks of lines outside tables: paragraphs, and texts side by side as tables of one row. */
export function proseBlocks(lines: readonly LaidLine[], tally: ReadingTally): LooseBlock[] {
  const measure = measureOf(lines.map(toPrinted));
  const blocks: LooseBlock[] = [];
  let open: PrintedLine[] = [];
  const endParagraph = (): void => {
    for (const wrapped of paragraphLines(open, measure)) {
      tally.tallyParagraph();
      blocks.push(toParagraph(wrapped, measure));
    }
    open = [];
  };
  for (const strip of stripsOf(lines)) {
    for (const item of parseColumns(strip.map(toPrinted), measure)) {
      if (item.kind === 'sides') {
        endParagraph();
        blocks.push(sidesAsTable(item));
        continue;
      }
      if (BEGINS_ITEM.test(item.text)) endParagraph();
      open.push(item);
    }
  }
  endParagraph();
  return blocks;
}

/** Lines among which texts may stand side by side: a title in the middle, below a blank line, ends them. */
function stripsOf(lines: readonly LaidLine[]): LaidLine[][] {
  const width = lines.reduce((widest, { segments }) => Math.max(widest, segments.at(-1)?.end ?? 0), 0);
  const strips: LaidLine[][] = [];
  for (const line of lines) {
    const strip = strips.at(-1);
    const above = strip?.at(-1);
    const isBelowBlank = above && (above.leaf !== line.leaf || line.at - above.at > 1);
    const ends = strip && (strip.length >= MOST_LINES_OF_STRIP || (isBelowBlank && isCentred(line, width)));
    if (strip && !ends) strip.push(line);
    else strips.push([line]);
  }
  return strips;
}

function isCentred({ segments }: LaidLine, width: number): boolean {
  const [only] = segments;
  if (!only || segments.length > 1) return false;
  return only.start > CENTRED && Math.abs(only.start - (width - only.end)) <= CENTRED * 2;
}

function measureOf(lines: readonly PrintedLine[]): Measure {
  return {
    left: outermost(lines.map(({ left }) => left)),
    right: -outermost(lines.map(({ right }) => -right)) - SLACK,
  };
}

/** The smallest mark that two lines share, since a single line may stand out. */
function outermost(marks: readonly number[]): number {
  const ordered = marks.toSorted((one, other) => one - other);
  const shared = ordered.find((mark, index) => (ordered[index + 1] ?? Infinity) - mark < SAME_EDGE);
  return shared ?? ordered[0] ?? 0;
}
