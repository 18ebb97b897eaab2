import type { Column } from './column-role.ts';
import type { ColumnRole } from './column-words.ts';
import { columnOf } from './columns.ts';
import { readDue } from './deadline.ts';
import { filledColumns, type GridCell, type GridRow } from './grid.ts';
import { bare, startsMidSentence } from './letters.ts';
import { isUnitList, readUnits } from './unit-name.ts';

export const UNIT_ROLES: readonly ColumnRole[] = ['lead', 'coordinators', 'lead-and-coordinators'];

const HANGING =
  /(?:,|-|\/|\b(?:va|cua|cho|cac|thuoc|voi|theo|trong|tai|ve|do|doi|duoc|khong|thuc|so|hanh|nhan))$/;
const FEWEST_WRAPPED = 4;
const MOST_WRAPPED = 0.6;
const FEW_DATED = 0.2;
const LONGEST_DUE_END = 40;
const ANY_YEAR = { from: 2000, to: 2000 };

/** True when a text breaks off: it ends in a comma or a word that wants another. */
export function hangs(text: string): boolean {
  return HANGING.test(bare(text));
}

/**
 * True when the rows of a list are lines of print, several to a task, as in text taken off a page: rows without a
 * number mostly go on in mid-sentence and hardly ever name a deadline.
 */
export function wrapsLines(rows: readonly GridRow[], columns: readonly Column[]): boolean {
  const seq = columnOf(columns, 'seq');
  const due = columnOf(columns, 'due');
  if (seq < 0) return false;
  const below = rows.filter((row) => filledColumns(row).length > 0 && row.cells[seq]?.text === '');
  const goesOn = (row: GridRow): boolean =>
    row.cells.some(({ text }) => text !== '' && startsMidSentence(text));
  const lowered = below.filter(goesOn);
  const lone = below.filter((row) => !goesOn(row) && filledColumns(row).length === 1);
  const dated = below.filter((row) => readDue(row.cells[due]?.text ?? '', ANY_YEAR) !== null);
  return (
    below.length >= FEWEST_WRAPPED &&
    lowered.length * 2 >= below.length &&
    lowered.length + lone.length >= below.length * MOST_WRAPPED &&
    dated.length <= below.length * FEW_DATED
  );
}

/** True when a row says all that a row of its own says: who, and by when, each readable by itself. */
export function saysAll(row: GridRow, columns: readonly Column[]): boolean {
  const filled = filledColumns(row);
  const units = filled.filter((column) => isUnitColumn(columns[column]));
  const dues = filled.filter((column) => columns[column]?.role === 'due');
  return (
    units.length > 0 &&
    dues.length > 0 &&
    units.every((column) => isUnitList(row.cells[column]?.text ?? '')) &&
    dues.every((column) => readDue(row.cells[column]?.text ?? '', ANY_YEAR) !== null) &&
    [...units, ...dues].every((column) => !startsMidSentence(row.cells[column]?.text ?? ''))
  );
}

/** True when a text completes the name or the time that the cell above it begins, and adds no other to it. */
export function endsMerge(upper: string, text: string, column: Column | undefined): boolean {
  if (!startsMidSentence(text)) return false;
  const joined = `${upper} ${text}`;
  if (isUnitColumn(column))
    return isUnitList(joined) && readUnits(joined).units.length <= readUnits(upper).units.length;
  const reads = (words: string): boolean => readDue(words, ANY_YEAR) !== null;
  return column?.role === 'due' && !reads(text) && reads(joined);
}

/** How well the cells of a row that holds cut ends go on the cells above: a point for each that does. */
export function fitAsEnds(
  cells: readonly GridCell[],
  above: readonly GridCell[],
  columns: readonly Column[],
): number {
  let points = 0;
  for (const [column, { text }] of cells.entries()) {
    const upper = above[column]?.text ?? '';
    if (text === '') continue;
    if (upper === '') points--;
    else if (isUnitColumn(columns[column])) points += fitAsUnits(upper, text);
    else if (columns[column]?.role === 'due') points += fitAsDue(upper, text);
    else if (startsMidSentence(text)) points += hangs(upper) ? 1 : 0;
  }
  return points;
}

function fitAsUnits(upper: string, text: string): number {
  const isCut = startsMidSentence(text) || !isUnitList(upper);
  if (isCut && isUnitList(`${upper} ${text}`)) return 2;
  return isUnitList(text) ? 1 : -1;
}

function fitAsDue(upper: string, text: string): number {
  const isCut = !/\d$/.test(upper) || /^[\d/.-]/.test(text);
  const reads = text.length <= LONGEST_DUE_END && readDue(`${upper} ${text}`, ANY_YEAR) !== null;
  return isCut && reads ? 1 : -1;
}

function isUnitColumn(column: Column | undefined): boolean {
  return column !== undefined && UNIT_ROLES.includes(column.role);
}
