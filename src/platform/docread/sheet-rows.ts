import type { Cell } from './document.ts';
import { foldText } from './fold-text.ts';
import type { ReadingTally } from './reading-tally.ts';
import { type CellRange, LAST_COLUMN, type SheetCells } from './sheet-cells.ts';

/** A visible row of a sheet; its number tells where rows were left empty. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly Cell[];
}

interface PlacedCell {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly continuesAbove: boolean;
}

interface PlacedRow {
  readonly number: number;
  readonly cells: readonly PlacedCell[];
}

/** A merged range and the text of its first cell, which all of it shows. */
interface Merge extends CellRange {
  readonly text: string;
  /** Whether a row above has shown it. */
  isShown: boolean;
}

/**
 * Lays what a sheet shows on a grid without gaps: hidden rows and columns left out, empty ones too, merged cells at
 * the first place where they can be seen. A row in which merged cells only go on says nothing and is left out.
 */
export function laySheet(sheet: SheetCells, tally: ReadingTally): readonly SheetRow[] {
  const nextVisible = visibleColumns(sheet);
  const merges = filledMerges(sheet);
  const numbers = [...sheet.rows.keys()].filter((row) => !sheet.hiddenRows.has(row)).sort((a, b) => a - b);
  const rows: PlacedRow[] = [];
  let open: Merge[] = [];
  let next = 0;
  for (const number of numbers) {
    let merge = merges[next];
    for (; merge !== undefined && merge.firstRow <= number; merge = merges[++next]) open.push(merge);
    open = withoutOverlaps(open.filter(({ lastRow }) => lastRow >= number));
    for (const _ of open) tally.tallyCell();
    const cells = [
      ...placeMerges(open, nextVisible),
      ...placeOthers(sheet.rows.get(number), open, nextVisible),
    ];
    if (cells.every(({ text }) => text === '')) continue;
    for (const shown of open) shown.isShown = true;
    rows.push({ number, cells: cells.sort((a, b) => a.from - b.from) });
  }
  return onGrid(rows);
}

/** For each column, the first that can be seen at or behind it. */
function visibleColumns({ hiddenColumns }: SheetCells): Uint16Array {
  const changes = new Int32Array(LAST_COLUMN + 2);
  for (const { from, to } of hiddenColumns) {
    if (from > to) continue;
    changes[from] = (changes[from] ?? 0) + 1;
    changes[to + 1] = (changes[to + 1] ?? 0) - 1;
  }
  let depth = 0;
  const depths = changes.map((change) => (depth += change));
  const next = new Uint16Array(LAST_COLUMN + 2).fill(LAST_COLUMN + 1);
  for (let column = LAST_COLUMN; column > 0; column--)
    next[column] = depths[column] === 0 ? column : (next[column + 1] ?? 0);
  return next;
}

/** The merged ranges that show something, from the top. */
function filledMerges({ rows, merges }: SheetCells): Merge[] {
  return merges
    .map((range) => ({
      ...range,
      text: rows.get(range.firstRow)?.get(range.firstColumn) ?? '',
      isShown: false,
    }))
    .filter(({ text }) => text !== '')
    .sort((a, b) => a.firstRow - b.firstRow);
}

/** No spreadsheet lets merged ranges overlap; where a file does, the ranges further left and above count. */
function withoutOverlaps(merges: Merge[]): Merge[] {
  let end = 0;
  return merges
    .sort((a, b) => a.firstColumn - b.firstColumn)
    .filter(({ firstColumn, lastColumn }) => {
      if (firstColumn <= end) return false;
      end = lastColumn;
      return true;
    });
}

function placeMerges(merges: readonly Merge[], nextVisible: Uint16Array): PlacedCell[] {
  return merges.flatMap(({ firstColumn, lastColumn, text, isShown }) => {
    const from = nextVisible[firstColumn] ?? 0;
    if (from > lastColumn) return [];
    return [{ from, to: lastColumn, text: isShown ? '' : text, continuesAbove: isShown }];
  });
}

/** The cells of a row that no merged range covers. */
function placeOthers(
  cells: ReadonlyMap<number, string> | undefined,
  merges: readonly Merge[],
  nextVisible: Uint16Array,
): PlacedCell[] {
  const placed: PlacedCell[] = [];
  let at = 0;
  for (const [column, text] of [...(cells ?? [])].sort(([a], [b]) => a - b)) {
    while ((merges[at]?.lastColumn ?? LAST_COLUMN) < column) at++;
    const isCovered = (merges[at]?.firstColumn ?? LAST_COLUMN + 1) <= column;
    if (isCovered || nextVisible[column] !== column) continue;
    placed.push({ from: column, to: column, text, continuesAbove: false });
  }
  return placed;
}

/** Numbers the columns in which anything begins from 0, and counts how many of them each cell takes. */
function onGrid(rows: readonly PlacedRow[]): SheetRow[] {
  const begins = new Uint8Array(LAST_COLUMN + 2);
  for (const { cells } of rows) for (const { from } of cells) begins[from] = 1;
  let count = 0;
  const before = Uint16Array.from(begins, (begun) => (count += begun) - begun);
  return rows.map(({ number, cells }) => ({
    number,
    cells: cells.map(({ from, to, text, continuesAbove }) => {
      const column = before[from] ?? 0;
      return {
        text: inLines(text),
        column,
        columnSpan: Math.max(1, (before[to + 1] ?? 0) - column),
        continuesAbove,
      };
    }),
  }));
}

function inLines(text: string): string {
  return foldText(text.replace(/\r\n?/g, '\n')).replace(/\n+/g, '\n');
}
