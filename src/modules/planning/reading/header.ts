import { type Column, readColumn, roleOf } from './column-role.ts';
import { settleRoles } from './columns.ts';
import { filledColumns, type GridRow } from './grid.ts';
import { bareWords, startsMidSentence } from './letters.ts';

export interface Header {
  columns: Column[];
  /** How many rows at the top of its table it takes. */
  height: number;
  /** Its rows as bare words, to know them again on the next page. */
  printed: string[][];
}

const LONGEST_TITLE = 90;
const LONGEST_SECOND_TITLE = 60;
const LONGEST_TITLE_END = 25;
const HIGHEST_HEADER = 4;
const MOST_ROWS_ABOVE = 3;
/** A list of items or a signature, whatever words it holds. */
const NO_TITLE = /\n\s*[-+•]|^(?:TM|KT|TL|TUQ)\b|^nơi nhận/iu;

/**
 * Finds the header at the top of a table and what each column means, by its words; undefined when there is none.
 *
 * A header of several levels ("Thời gian" over "Quý I"… "Quý IV") gives each column all its titles. A caption above
 * it and a row of column numbers below belong to it.
 */
export function readHeader(rows: readonly GridRow[]): Header | undefined {
  const start = rows.slice(0, MOST_ROWS_ABOVE + 1).findIndex((row) => filledColumns(row).length > 1);
  const top = rows[start];
  if (!top || recognised(top.cells.map((cell) => cell.text)) < 2) return undefined;
  const titles = spread(top).map((title) => (title === '' ? [] : [title]));
  let height = start + 1;
  for (const row of rows.slice(height, start + HIGHEST_HEADER)) {
    const isNumbers = isNumberRow(row);
    if (!isNumbers && !addLevel(row, top, titles)) break;
    height++;
    if (isNumbers) break;
  }
  const printed = rows.slice(start, height).map((row) => row.cells.map((cell) => bareWords(cell.text)));
  return { columns: settleRoles(titles.map((levels) => readColumn(levels))), height, printed };
}

/** How many rows from one on print the header of the list again, as page breaks do; 0 when it is no header. */
export function repeatedHeight(rows: readonly GridRow[], from: number, header: Header): number {
  const top = rows[from];
  if (!top || header.printed.length === 0 || !repeatsRow(top, header)) return 0;
  let height = 1;
  for (const row of rows.slice(from + 1, from + HIGHEST_HEADER)) {
    const filled = filledColumns(row);
    const same = filled.filter((column) => {
      const text = bareWords(row.cells[column]?.text ?? '');
      return header.printed.some((titles) => titles[column] === text);
    });
    if (filled.length === 0 || (same.length < filled.length && !isNumberRow(row))) break;
    height++;
  }
  return height;
}

function repeatsRow(row: GridRow, header: Header): boolean {
  const cells = row.cells.map((cell) => bareWords(cell.text));
  const filled = cells.filter((text) => text !== '').length;
  if (filled < 2) return false;
  if (isNumberRow(row) && filled > 3) return true;
  return header.printed.some((titles) => {
    const same = cells.filter((text, column) => text !== '' && sameTitle(text, titles, column)).length;
    return same >= Math.max(2, filled * 0.7);
  });
}

/** Page breaks drop merged cells, so a title may stand a place to the side. */
function sameTitle(text: string, titles: readonly string[], column: number): boolean {
  return [column, column - 1, column + 1].some((near) => {
    const title = titles[near] ?? '';
    return title === text || (title.length > 5 && text.length > 5 && title.startsWith(text));
  });
}

function recognised(titles: readonly string[]): number {
  if (titles.some((title) => title.length > LONGEST_TITLE || NO_TITLE.test(title))) return 0;
  if (/^\d+[.)]?$/.test(titles[0] ?? '')) return 0;
  const roles = new Set(titles.filter((title) => title !== '').map((title) => readColumn([title]).role));
  roles.delete('other');
  roles.delete('unit');
  return roles.size;
}

/** Titles by grid column; a title that spans columns stands over each of them. */
function spread(row: GridRow): string[] {
  const titles = row.cells.map((cell) => cell.text);
  for (const [column, cell] of row.cells.entries()) {
    for (let over = 1; over < cell.span; over++) titles[column + over] = cell.text;
  }
  return titles;
}

/** Adds a lower row of the header to the titles; false, and nothing added, when the row is no part of the header. */
function addLevel(row: GridRow, top: GridRow, titles: string[][]): boolean {
  const filled = filledColumns(row).filter((column) => !row.cells[column]?.merged);
  const texts = spread(row);
  if (filled.length === 0 || filled.includes(0)) return false;
  const under = filled.filter((column) => isUnderSpan(top, column));
  const isLevel =
    filled.length > 1 &&
    filled.every((column) => (row.cells[column]?.text.length ?? 0) <= LONGEST_SECOND_TITLE) &&
    filled.every((column) => under.includes(column) || completes(titles[column] ?? [], texts[column] ?? ''));
  if (!isLevel && !isCutTitles(row, filled, titles)) return false;
  for (const [column, text] of texts.entries()) {
    if (text === '') continue;
    const above = titles[column]?.length ? titles[column] : [...(spanOver(titles, column) ?? [])];
    titles[column] = [...above, text];
  }
  return true;
}

/** True below a title that spans columns: marked so in Word, and in text a title with blanks to its right. */
function isUnderSpan(top: GridRow, column: number): boolean {
  if ((top.cells[column]?.text ?? '') === '') return true;
  return (top.cells[column]?.span ?? 1) > 1 || (top.cells[column + 1]?.text ?? 'x') === '';
}

/** True when a title says nothing alone, but does together with the words below it. */
function completes(above: readonly string[], text: string): boolean {
  return roleOf(above) === 'other' && roleOf([[...above, text].join(' ')]) !== 'other';
}

/** True for the ends of titles that were broken over two lines: "Đơn vị chủ" over "trì". */
function isCutTitles(row: GridRow, filled: readonly number[], titles: readonly string[][]): boolean {
  return filled.every((column) => {
    const text = row.cells[column]?.text ?? '';
    const above = titles[column]?.at(-1) ?? '';
    return above !== '' && text.length <= LONGEST_TITLE_END && startsMidSentence(text) && !row.afterBreak;
  });
}

/** In text a spanning title stands over its first column only: the blanks to its right take its first level. */
function spanOver(titles: readonly string[][], column: number): string[] | undefined {
  for (let left = column - 1; left >= 0; left--) {
    const levels = titles[left] ?? [];
    if (levels.length > 0) return levels.slice(0, 1);
  }
  return undefined;
}

/** A row that numbers the columns: 1, 2, 3… or (1), (2), (3)… from the first column on. */
function isNumberRow(row: GridRow): boolean {
  if ((row.cells[0]?.text ?? '') === '') return false;
  const numbers = row.cells
    .filter((cell) => cell.text !== '')
    .map((cell) => /^\(?(\d{1,2})\)?$/.exec(cell.text)?.[1]);
  return numbers.length >= 3 && numbers.every((number, index) => Number(number) === index + 1);
}
