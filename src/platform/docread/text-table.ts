import type { Cell } from './document.ts';
import type { LooseRow, LooseTable } from './loose-blocks.ts';
import type { ReadingTally } from './reading-tally.ts';
import { tableOf } from './table-draft.ts';
import { cellText } from './text-cell-text.ts';
import type { LaidLine } from './text-leaves.ts';
import { endOfNumbers, partNumbers, ROW_NUMBER } from './text-row-numbers.ts';
import { piecesOf } from './text-table-cells.ts';
import { columnStarts } from './text-table-columns.ts';
import { rowsOf, type TableLine } from './text-table-rows.ts';
import { isAcross, isCore } from './text-table-run.ts';

const HIGHEST_HEADER = 8;
const NEAR = 4;
const FEWEST_COLUMNS = 3;

/**
 * The table whose columns and rows the lines show by what stands below what; undefined where gaps stand below one
 * another by chance, as in text that is justified with spaces.
 */
export function spacedTable(printed: readonly LaidLine[], tally: ReadingTally): LooseTable | undefined {
  const lines = partNumbers(printed);
  const header = headerHeight(lines);
  const rowLines = lines.slice(header).filter((line, index, all) => !isTitleNear(line, index, all));
  const starts = columnStarts(rowLines, endOfNumbers(rowLines));
  if (starts.length < FEWEST_COLUMNS) return undefined;
  const parted = lines.map((line, index) => partLine(line, starts, index < header));
  const widths = widthsOf(parted, starts.length);
  const rows = rowsOf(parted).map((row) => toRow(row, widths, tally));
  return tableOf(rows, starts.length);
}

/** Titles of columns are set in the middle, and so do not show where columns begin. */
function headerHeight(lines: readonly LaidLine[]): number {
  const first = lines
    .slice(0, HIGHEST_HEADER)
    .findIndex(({ segments }) => ROW_NUMBER.test(segments[0]?.text ?? ''));
  return Math.max(0, first);
}

function isTitleNear(line: LaidLine, index: number, all: readonly LaidLine[]): boolean {
  return all
    .slice(Math.max(0, index - NEAR), index + NEAR)
    .some((core) => isCore(core) && isAcross(line, core));
}

function partLine(line: LaidLine, starts: readonly number[], isHeader: boolean): TableLine {
  const pieces = piecesOf(line, starts, isHeader);
  const [only] = line.segments;
  const crossed = starts.filter((at) => only && at > only.start + 1 && at < only.end).length;
  const isTitle = only !== undefined && line.segments.length === 1 && crossed > 0;
  return isTitle
    ? { pieces: [{ column: pieces[0]?.column ?? 0, text: only.text, start: only.start }], isTitle }
    : { pieces, isTitle: false };
}

function widthsOf(lines: readonly TableLine[], columns: number): number[] {
  const widths = Array.from({ length: columns }, () => 0);
  for (const { pieces, isTitle } of lines) {
    if (isTitle) continue;
    for (const { column, text } of pieces) widths[column] = Math.max(widths[column] ?? 0, text.length);
  }
  return widths;
}

function toRow(row: readonly TableLine[], widths: readonly number[], tally: ReadingTally): LooseRow {
  const texts = widths.map((): string[] => []);
  for (const { column, text } of row.flatMap(({ pieces }) => pieces)) texts[column]?.push(text);
  const cells = texts.map((parts, column): Cell => {
    tally.tallyCell();
    const text = cellText(parts, widths[column] ?? 0);
    return { text, column, columnSpan: 1, continuesAbove: false };
  });
  return { cells, header: false };
}
