import type { AnnexTable } from './annex.ts';
import type { AnnexRow } from './annex-rows.ts';
import type { ColumnRole } from './column-words.ts';
import type { Column } from './column-role.ts';
import { columnOf } from './columns.ts';
import { emptyCell, filledColumns, type GridCell, type GridRow } from './grid.ts';
import { endsMerge, hangs, saysAll, UNIT_ROLES } from './cut-ends.ts';
import { startsMidSentence } from './letters.ts';
import type { Repair } from './plan-reading.ts';
import { joinRepair } from './row-repair.ts';
import { isUnitList, readUnits } from './unit-name.ts';

const LEFT_ROLES: readonly ColumnRole[] = ['objective', 'task', 'activity'];

/**
 * Joins a row to the one above when it is not a task of its own; true when it was used up by that.
 *
 * A row with a number is a task. Without one it may be the rest of cells that a page break cut (their text is joined
 * to the cells above), or one more activity under merged cells (the merged cells are then shared), or both at once.
 */
export function joinRow(
  row: GridRow,
  seq: string,
  above: AnnexRow,
  table: AnnexTable,
  repairs: Repair[],
): boolean {
  const { columns } = table;
  if (table.wraps && seq === '') return joinLine(row, above);
  if (row.cells.some((cell) => cell.merged)) {
    shareMarked(row, above);
    return false;
  }
  const numbered = seq !== '' && seq !== '-';
  if (!table.loose) {
    if (numbered || columnOf(columns, 'seq') < 0) return false;
    if (!hasOwnText(row, columns)) return joinAll(row, above, repairs);
    shareLeft(row, above, columns);
    return false;
  }
  if (columnOf(columns, 'seq') < 0 && !row.afterBreak && beginsOwn(row, columns)) {
    shareLeft(row, above, columns);
    return false;
  }
  const fragments = new Set(filledColumns(row).filter((column) => isFragment(row, above, column, columns)));
  if (numbered) {
    shareObjective(row, above, columns);
    if (row.afterBreak) mendCutMerges(row, above, columns, repairs);
    return false;
  }
  if (!isOwnRow(row, fragments, columns)) return joinAll(row, above, repairs);
  for (const column of fragments)
    if (column !== innermostColumn(columns)) mendFragment(row, above, column, columns, repairs);
  shareLeft(row, above, columns);
  return false;
}

/** A merged cell that a page cut ends in the first row of the next page: "Văn phòng HĐND" / "và UBND" is one, twice. */
function mendCutMerges(row: GridRow, above: AnnexRow, columns: readonly Column[], repairs: Repair[]): void {
  for (const [column, cell] of row.cells.entries()) {
    const upper = above.cells[column];
    if (!upper || cell.text === '' || upper.text === '' || !endsMerge(upper.text, cell.text, columns[column]))
      continue;
    repairs.push(joinRepair(upper.text, cell.text, row, above));
    append(upper, cell.text);
    row.cells[column] = upper;
  }
}

/** Cells that the source marks as merged are the very cells above. */
function shareMarked(row: GridRow, above: AnnexRow): void {
  for (const [column, cell] of row.cells.entries()) {
    const upper = above.cells[column];
    if (cell.merged && upper) row.cells[column] = upper;
  }
}

function shareLeft(row: GridRow, above: AnnexRow, columns: readonly Column[]): void {
  const innermost = innermostColumn(columns);
  for (const [column, cell] of row.cells.entries()) {
    const upper = above.cells[column];
    const role = columns[column]?.role;
    if (upper && cell.text === '' && column < innermost && role && LEFT_ROLES.includes(role))
      row.cells[column] = upper;
  }
}

function shareObjective(row: GridRow, above: AnnexRow, columns: readonly Column[]): void {
  const column = columnOf(columns, 'objective');
  const upper = above.cells[column];
  if (column >= 0 && upper && row.cells[column]?.text === '') row.cells[column] = upper;
}

function innermostColumn(columns: readonly Column[]): number {
  return Math.max(...LEFT_ROLES.map((role) => columnOf(columns, role)));
}

function hasOwnText(row: GridRow, columns: readonly Column[]): boolean {
  return (row.cells[innermostColumn(columns)]?.text ?? '') !== '';
}

/** True when what the row is to do begins a sentence of its own. */
function beginsOwn(row: GridRow, columns: readonly Column[]): boolean {
  return hasOwnText(row, columns) && !startsMidSentence(row.cells[innermostColumn(columns)]?.text ?? '');
}

/** True when an unnumbered row begins a thing of its own instead of going on with the one above. */
function isOwnRow(row: GridRow, fragments: ReadonlySet<number>, columns: readonly Column[]): boolean {
  const innermost = innermostColumn(columns);
  const filled = filledColumns(row);
  if (!filled.includes(innermost)) {
    const left = filled.some(
      (column) => column < innermost && !fragments.has(column) && isLeft(columns[column]),
    );
    return left && filled.length > 2;
  }
  if (fragments.has(innermost))
    return !startsMidSentence(row.cells[innermost]?.text ?? '') && saysAll(row, columns);
  return filled.length > 1 || !row.afterBreak;
}

function isLeft(column: Column | undefined): boolean {
  return column !== undefined && LEFT_ROLES.includes(column.role);
}

function isFragment(row: GridRow, above: AnnexRow, column: number, columns: readonly Column[]): boolean {
  const text = row.cells[column]?.text ?? '';
  const upper = above.cells[column]?.text ?? '';
  if (text === '' || upper === '') return false;
  if (startsMidSentence(text)) return true;
  if (hangs(upper) && row.afterBreak) return true;
  const role = columns[column]?.role;
  if (role && UNIT_ROLES.includes(role)) return !isUnitList(upper) && isUnitList(`${upper} ${text}`);
  return isLeft(columns[column]) && column < innermostColumn(columns) && /^[-+]/.test(text);
}

function joinAll(row: GridRow, above: AnnexRow, repairs: Repair[]): boolean {
  for (const column of filledColumns(row)) {
    const text = row.cells[column]?.text ?? '';
    const upper = above.cells[column] ?? emptyCell();
    if (upper.text !== '') repairs.push(joinRepair(upper.text, text, row, above));
    append(upper, text);
    above.cells[column] = upper;
  }
  above.line.push(...row.line);
  above.doubts.push({
    code: 'joined-over-page',
    ...(row.line[0] === undefined ? {} : { line: row.line[0] }),
  });
  return true;
}

/** Adds a line of print to the task that it belongs to. */
function joinLine(row: GridRow, above: AnnexRow): boolean {
  for (const column of filledColumns(row)) {
    const upper = above.cells[column] ?? emptyCell();
    append(upper, row.cells[column]?.text ?? '');
    above.cells[column] = upper;
  }
  above.line.push(...row.line);
  return true;
}

/** Gives a cut end back to the cell above, and lets the row share that cell, unless more text follows the cut end. */
function mendFragment(
  row: GridRow,
  above: AnnexRow,
  column: number,
  columns: readonly Column[],
  repairs: Repair[],
): void {
  const cell = row.cells[column];
  const upper = above.cells[column];
  const role = columns[column]?.role;
  if (!cell || !upper) return;
  repairs.push(joinRepair(upper.text, cell.text, row, above));
  const cutAt = role && UNIT_ROLES.includes(role) ? endOfFragment(upper.text, cell.text) : undefined;
  if (cutAt !== undefined) {
    append(upper, cell.text.slice(0, cutAt).trim());
    row.cells[column] = { ...cell, text: cell.text.slice(cutAt).trim() };
    return;
  }
  append(upper, cell.text);
  row.cells[column] = upper;
}

/** Where the end of a cut unit list stops and a new one begins: "tổng hợp xã Các cơ quan…" after "Trung tâm Dịch vụ". */
function endOfFragment(upper: string, text: string): number | undefined {
  for (const gap of text.slice(0, 300).matchAll(/(?<![\s;,])[\s;,]+(?=\p{Lu})/gu)) {
    const cutAt = gap.index + gap[0].length;
    const [end, rest] = [text.slice(0, gap.index), text.slice(cutAt)];
    if (isUnitList(`${upper} ${end}`) && isUnitList(rest) && !/[;,]$/.test(end)) {
      return /^[\s]+$/.test(gap[0]) ? cutAt : undefined;
    }
  }
  return undefined;
}

function append(cell: GridCell, text: string): void {
  const listed = (/^[-+•]/.test(text) && !isRestOfName(cell.text, text)) || /[;.]$/.test(cell.text);
  cell.text = cell.text === '' ? text : `${cell.text}${listed ? '\n' : ' '}${text}`;
}

/** True for "- Xã hội" behind "Phòng Văn hóa": a dash inside the name of a unit begins no item. */
function isRestOfName(upper: string, text: string): boolean {
  const joined = readUnits(`${upper} ${text}`);
  return joined.unknown.length === 0 && joined.units.length === readUnits(upper).units.length;
}
