import type { LooseBlock } from './loose-blocks.ts';
import { parseColumns, type SideBySide, sidesAsTable } from './pdf-columns.ts';
import { linesOf, type PrintedLine } from './pdf-lines.ts';
import { findAligned } from './pdf-aligned.ts';
import type { PrintedPage, Rule } from './pdf-page.ts';
import { partNotes, type PrintedNote } from './pdf-notes.ts';
import { type Measure, paragraphLines, toParagraph } from './pdf-paragraphs.ts';
import { runningLines } from './pdf-running.ts';
import { continuesTable, joinParts } from './pdf-table-join.ts';
import { fillGrid, isInside, type TablePart } from './pdf-tables.ts';
import type { ReadingTally } from './reading-tally.ts';
import { gridsOf } from './ruling-grid.ts';

type Piece =
  | { readonly kind: 'lines'; readonly lines: PrintedLine[]; readonly measure: Measure }
  | SideBySide
  | { readonly kind: 'table'; readonly parts: TablePart[] };

/** Turns pages into blocks as a reader follows them: paragraphs and tables go on over the ends of pages. */
export function blocksOfPages(pages: readonly PrintedPage[], tally: ReadingTally): LooseBlock[] {
  const laid = pages.map((page, number) => layPage(page, number));
  const running = runningLines(laid);
  const measures = measuresOf(pages, laid, running);
  const pieces: Piece[] = [];
  const notes: LooseBlock[][] = [];
  for (const [number, { lines, parts }] of laid.entries()) {
    const measure = measures[number] ?? { left: 0, right: 0 };
    const parted = partNotes(lines.filter((line) => !running.has(line)));
    notes.push(...parted.notes.map((note) => noteBlocks(note, measure)));
    const page: PageFlow = { pieces, measure, rules: pages[number]?.rules ?? [], number };
    let rest = parted.text;
    for (const part of parts) {
      const isAbove = (line: PrintedLine): boolean => line.baseline <= part.top + line.size / 2;
      addText(page, rest.filter(isAbove));
      rest = rest.filter((line) => !isAbove(line));
      addPart(pieces, part);
    }
    addText(page, rest);
  }
  return [...pieces.flatMap((piece) => blocksOf(piece, tally)), ...notes.flat()];
}

interface LaidPage {
  readonly height: number;
  readonly lines: readonly PrintedLine[];
  readonly parts: readonly TablePart[];
}

function layPage({ height, words, rules }: PrintedPage, number: number): LaidPage {
  const grids = gridsOf(rules).filter((grid) => words.some((word) => isInside(grid, word)));
  const outside = words.filter((word) => !grids.some((grid) => isInside(grid, word)));
  const parts = grids.map((grid) => {
    const inside = words.filter((word) => isInside(grid, word));
    return fillGrid(grid, inside, number);
  });
  return { height, lines: linesOf(outside, number), parts };
}

interface PageFlow {
  readonly pieces: Piece[];
  readonly measure: Measure;
  readonly rules: readonly Rule[];
  readonly number: number;
}

/** Adds lines that no ruled table holds; tables without upright lines are found among them. */
function addText({ pieces, measure, rules, number }: PageFlow, lines: readonly PrintedLine[]): void {
  const last = pieces.at(-1);
  const above = last?.kind === 'table' ? last.parts.at(-1) : undefined;
  const isAbove = above?.page === number - 1;
  const known = isAbove && above.gutters ? { xs: above.xs, gutters: above.gutters } : undefined;
  const table = findAligned(lines, rules, known);
  if (!table) {
    addLines(pieces, lines, measure);
    return;
  }
  addLines(pieces, lines.slice(0, table.from), measure);
  const words = lines.slice(table.from, table.to).flatMap((line) => line.words);
  addPart(pieces, { ...fillGrid(table.grid, words, number), gutters: table.gutters });
  addText({ pieces, measure, rules, number }, lines.slice(table.to));
}

function addLines(pieces: Piece[], lines: readonly PrintedLine[], measure: Measure): void {
  for (const item of parseColumns(lines, measure)) {
    const last = pieces.at(-1);
    if (item.kind === 'sides') pieces.push(item);
    else if (last?.kind === 'lines' && isSameMeasure(last.measure, measure)) last.lines.push(item);
    else pieces.push({ kind: 'lines', lines: [item], measure });
  }
}

function addPart(pieces: Piece[], part: TablePart): void {
  const last = pieces.at(-1);
  const above = last?.kind === 'table' ? last.parts.at(-1) : undefined;
  if (last?.kind === 'table' && above && continuesTable(above, part)) last.parts.push(part);
  else pieces.push({ kind: 'table', parts: [part] });
}

function blocksOf(piece: Piece, tally: ReadingTally): LooseBlock[] {
  switch (piece.kind) {
    case 'table':
      return [joinParts(piece.parts, tally)];
    case 'sides':
      return [sidesAsTable(piece)];
    case 'lines':
      return paragraphLines(piece.lines, piece.measure).map((lines) => {
        const paragraph = toParagraph(lines, piece.measure);
        tally.tallyParagraph();
        tally.tallyText(paragraph.text);
        return paragraph;
      });
  }
}

function noteBlocks({ number, lines }: PrintedNote, measure: Measure): LooseBlock[] {
  return paragraphLines(lines, measure).map((paragraph, index) => ({
    ...toParagraph(paragraph, measure),
    note: true,
    ...(index === 0 ? { label: `[${number}]` } : {}),
  }));
}

const SAME_EDGE = 2;

function isSameMeasure(one: Measure, other: Measure): boolean {
  return Math.abs(one.left - other.left) <= SAME_EDGE && Math.abs(one.right - other.right) <= SAME_EDGE;
}

/** The edges of the text on each page; pages of one size share them. */
function measuresOf(
  pages: readonly PrintedPage[],
  laid: readonly LaidPage[],
  running: ReadonlySet<PrintedLine>,
): Measure[] {
  const bySize = new Map<number, Measure[]>();
  const sizeOf = (page: PrintedPage | undefined): number => Math.round(page?.width ?? 0);
  for (const [number, { lines, parts }] of laid.entries()) {
    const size = sizeOf(pages[number]);
    const known = bySize.get(size) ?? [];
    known.push(...lines.filter((line) => !running.has(line)));
    // A table stands for many lines between its edges.
    for (const { xs } of parts) {
      const edges = { left: xs[0] ?? 0, right: xs.at(-1) ?? 0 };
      known.push(edges, edges);
    }
    bySize.set(size, known);
  }
  return pages.map((page) => {
    const set = bySize.get(sizeOf(page)) ?? [];
    return {
      left: outermost(set.map(({ left }) => left)),
      right: -outermost(set.map(({ right }) => -right)),
    };
  });
}

/** The smallest mark that two lines share, since a single line may stand out. */
function outermost(marks: readonly number[]): number {
  const ordered = marks.toSorted((a, b) => a - b);
  const shared = ordered.find((mark, index) => (ordered[index + 1] ?? Infinity) - mark < SAME_EDGE);
  return shared ?? ordered[0] ?? 0;
}
