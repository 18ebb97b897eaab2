import { type NumberFormat, showNumber } from './number-format.ts';
import type { ReadingTally } from './reading-tally.ts';
import { Refusal } from './refusal.ts';
import { wholeNumber } from './whole-number.ts';
import { readRichText } from './workbook-strings.ts';
import type { XmlReader } from './xml-reader.ts';

/** What the cells of all sheets of a workbook draw on. */
export interface WorkbookTerms {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  /** True where days are counted from 1904, as old Macintosh workbooks do. */
  readonly from1904: boolean;
  readonly tally: ReadingTally;
}

/** A range of cells from corner to corner; rows and columns from 1, ends included. */
export interface CellRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** What a sheet holds, place by place, before hidden parts are left out and merged cells are laid. */
export interface SheetCells {
  /** By row, by column: only cells with text. */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly merges: readonly CellRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: readonly { readonly from: number; readonly to: number }[];
}

/** Column XFD, the last that a sheet can have. */
export const LAST_COLUMN = 16_384;

const ROWS = { from: 1, to: 1_048_576 };
const COLUMNS = { from: 1, to: LAST_COLUMN };
const ANY = { from: 0, to: 999_999_999 };

/**
 * Reads a worksheet part: the text that each cell shows, formulas by the value they had when last saved. A sheet that
 * is all chart or dialogue has no cells.
 */
export function readSheet(xml: XmlReader, terms: WorkbookTerms): SheetCells {
  const rows = new Map<number, Map<number, string>>();
  const merges: CellRange[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: { from: number; to: number }[] = [];
  let row = 0;
  if (xml.next() !== 'open') throw new Refusal('damaged');
  xml.eachChild((part) => {
    if (part === 'x:cols') {
      xml.eachChild(() => {
        const from = wholeNumber(xml, 'min', COLUMNS);
        const to = wholeNumber(xml, 'max', COLUMNS);
        if (from !== undefined && to !== undefined && isHidden(xml)) hiddenColumns.push({ from, to });
      });
    } else if (part === 'x:sheetData') {
      xml.eachChild((name) => {
        if (name !== 'x:row') return;
        row = wholeNumber(xml, 'r', ROWS) ?? row + 1;
        if (isHidden(xml)) hiddenRows.add(row);
        const cells = rows.get(row) ?? new Map<number, string>();
        readRow(xml, cells, terms);
        rows.set(row, cells);
      });
    } else if (part === 'x:mergeCells') {
      xml.eachChild(() => {
        const range = rangeOf(xml.attribute('ref') ?? '');
        if (range !== undefined) merges.push(range);
      });
    }
  });
  return { rows, merges, hiddenRows, hiddenColumns };
}

function isHidden(xml: XmlReader): boolean {
  const hidden = xml.attribute('hidden');
  return hidden === '1' || hidden === 'true';
}

function readRow(xml: XmlReader, cells: Map<number, string>, terms: WorkbookTerms): void {
  let column = 0;
  xml.eachChild((name) => {
    if (name !== 'x:c') return;
    column = columnOf(xml.attribute('r')) ?? column + 1;
    if (column > COLUMNS.to) throw new Refusal('damaged');
    const text = readCell(xml, terms).trim();
    if (text === '') return;
    terms.tally.tallyCell();
    cells.set(column, text);
  });
}

function readCell(xml: XmlReader, terms: WorkbookTerms): string {
  const type = xml.attribute('t') ?? 'n';
  const style = wholeNumber(xml, 's', ANY) ?? 0;
  let value: string | undefined;
  let text = '';
  xml.eachChild((name) => {
    if (name === 'x:v') value = xml.content();
    else if (name === 'x:is') text = readRichText(xml, terms.tally);
  });
  if (type === 'inlineStr' || value === undefined) return text;
  terms.tally.tallyText(value);
  switch (type) {
    case 's':
      return sharedString(value, terms);
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'd':
      return value.replace(/^(\d{4})-(\d{2})-(\d{2}).*$/s, '$3/$2/$1');
    case 'n':
      return numeric(value, terms.formats[style] ?? { kind: 'general' }, terms.from1904);
    default:
      return value;
  }
}

function sharedString(value: string, terms: WorkbookTerms): string {
  const text = terms.strings[Number(value)];
  if (text === undefined) throw new Refusal('damaged');
  // One string may be named by a hundred thousand cells.
  terms.tally.tallyText(text);
  return text;
}

function numeric(value: string, format: NumberFormat, from1904: boolean): string {
  const number = Number(value);
  return value.trim() === '' || !Number.isFinite(number) ? value : showNumber(number, format, from1904);
}

function rangeOf(ref: string): CellRange | undefined {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(ref);
  if (found === null) return undefined;
  const [, left = '', top = '', right = left, bottom = top] = found;
  const firstColumn = columnNumber(left);
  const lastColumn = Math.min(LAST_COLUMN, columnNumber(right));
  const firstRow = Number(top);
  const lastRow = Number(bottom);
  return firstColumn > lastColumn || firstRow > lastRow
    ? undefined
    : { firstRow, lastRow, firstColumn, lastColumn };
}

function columnOf(ref: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d/i.exec(ref ?? '')?.[1];
  return letters === undefined ? undefined : columnNumber(letters);
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
