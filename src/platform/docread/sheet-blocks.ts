import type { LooseBlock, LooseParagraph } from './loose-blocks.ts';
import type { SheetRow } from './sheet-rows.ts';
import { tableOf } from './table-draft.ts';

/** A list on a sheet is what fills this many columns, or all columns where there are fewer. */
const COLUMNS_OF_LIST = 3;

/**
 * Tells the lists on a sheet from what is written around them: a title above and words below are paragraphs, a
 * letterhead or signature of two columns is a table of its own. A new list begins where the header of the
 * first stands again, or behind a title a row with a short word in its corner. Empty rows inside a list are nothing.
 */
export function sheetBlocks(rows: readonly SheetRow[]): LooseBlock[] {
  const most = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
  const least = Math.min(COLUMNS_OF_LIST, most);
  const starts = listStarts(rows, least);
  const blocks = aroundLists(rows.slice(0, starts[0] ?? rows.length));
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? rows.length;
    const tail = tailStart(rows, start, end, least);
    blocks.push(tableOf(rows.slice(start, tail).map(asRow)));
    for (const block of aroundLists(rows.slice(tail, end))) blocks.push(block);
  }
  return blocks;
}

/** The rows in which the header of a list stands. */
function listStarts(rows: readonly SheetRow[], least: number): number[] {
  if (least < 2) return [];
  const isWide = ({ cells }: SheetRow): boolean => cells.length >= least;
  const first = rows.findIndex(isWide);
  const corner = cornerOf(rows[first]);
  return rows.flatMap((row, index) => {
    if (index <= first || !isWide(row)) return index === first ? [index] : [];
    const own = cornerOf(row);
    const isUnderTitle = rows[index - 1]?.cells.length === 1 && SHORT_WORDS.test(own);
    return own !== '' && (own === corner || isUnderTitle) ? [index] : [];
  });
}

/** What stands over a column of numbers or years, and never in it. */
const SHORT_WORDS = /^\P{N}{2,12}$/u;

/** The words in the upper left corner of a list. */
function cornerOf(row: SheetRow | undefined): string {
  const cell = row?.cells[0];
  return cell?.column === 0 && /\p{L}{2}/u.test(cell.text) ? cell.text.toLowerCase() : '';
}

/** Where a list ends: behind its last full row come only rows that go on without a gap, or that are numbered. */
function tailStart(rows: readonly SheetRow[], start: number, end: number, least: number): number {
  let last = end - 1;
  while (last > start && (rows[last]?.cells.length ?? 0) < least) last--;
  for (let index = last + 1; index < end; index++) {
    const gap = (rows[index]?.number ?? 0) - (rows[index - 1]?.number ?? 0);
    const cells = rows[index]?.cells ?? [];
    const isNumbered = cells[0]?.column === 0 && /^\S{1,8}$/.test(cells[0].text);
    if (cells.length === 1 || (gap > 1 && !isNumbered)) return index;
  }
  return end;
}

function aroundLists(rows: readonly SheetRow[]): LooseBlock[] {
  const blocks: LooseBlock[] = [];
  let wide: SheetRow[] = [];
  const end = (): void => {
    if (wide.length > 0) blocks.push(tableOf(wide.map(asRow)));
    wide = [];
  };
  for (const row of rows) {
    if (row.cells.length > 1) wide.push(row);
    else {
      end();
      for (const { text } of row.cells) blocks.push({ kind: 'paragraph', text } satisfies LooseParagraph);
    }
  }
  end();
  return blocks;
}

function asRow({ cells }: SheetRow) {
  return { cells, header: false };
}
