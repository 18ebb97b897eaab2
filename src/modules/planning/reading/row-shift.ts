import type { Column } from './column-role.ts';
import { readDue } from './deadline.ts';
import { emptyCell, filledColumns, type GridCell, type GridRow } from './grid.ts';
import { startsMidSentence } from './letters.ts';
import { isUnitList } from './unit-name.ts';

const SHIFTS = [-1, 1, -2, 2] as const;
const CLEAR_GAIN = 3;
const GAIN_OF_CUT_ENDS = 1;
const FEWEST_CELLS = 3;

/**
 * Puts the cells of a row back under their columns when text extraction shifted them; true when it did.
 *
 * Moves the cells from one column on by one or two places, if that makes units stand under units and deadlines under
 * deadlines clearly better than as printed. Seen in rows that follow a merged cell.
 */
export function mendShift(row: GridRow, columns: readonly Column[]): boolean {
  if (filledColumns(row).length < FEWEST_CELLS || row.cells.some((cell) => cell.merged || cell.span > 1))
    return false;
  const asPrinted = fit(row.cells, columns);
  if (!row.cells.some((cell, column) => cell.text !== '' && fitOf(cell.text, columns[column]?.role) < 0))
    return false;
  const isCutEnds = row.afterBreak && (row.cells[0]?.text ?? '') === '' && isLowered(row);
  const enough = isCutEnds ? GAIN_OF_CUT_ENDS : CLEAR_GAIN;
  let best: { cells: GridCell[]; gain: number } | undefined;
  for (const shift of SHIFTS) {
    for (let from = 1; from < row.cells.length; from++) {
      const cells = shifted(row.cells, from, shift, columns.length);
      const gain = cells ? fit(cells, columns) - asPrinted : 0;
      if (cells && gain >= enough && gain >= (best?.gain ?? 0)) best = { cells, gain };
    }
  }
  if (best) row.cells = best.cells;
  return best !== undefined;
}

/** True when most cells go on in mid-sentence: the row holds the ends of cells that a page cut. */
function isLowered(row: GridRow): boolean {
  const filled = filledColumns(row);
  return (
    filled.filter((column) => startsMidSentence(row.cells[column]?.text ?? '')).length * 2 > filled.length
  );
}

function shifted(
  cells: readonly GridCell[],
  from: number,
  shift: number,
  width: number,
): GridCell[] | undefined {
  const moved = cells.slice(from);
  const front = cells.slice(0, from);
  if (shift < 0) {
    const gap = front.splice(shift);
    if (gap.length < -shift || gap.some((cell) => cell.text !== '')) return undefined;
  } else {
    front.push(...Array.from({ length: shift }, emptyCell));
  }
  const all = [...front, ...moved];
  while (all.length < width) all.push(emptyCell());
  const cut = all.splice(width);
  return cut.every((cell) => cell.text === '') ? all : undefined;
}

/** How well texts stand under their columns: a point for each that fits, one off for each that does not. */
function fit(cells: readonly GridCell[], columns: readonly Column[]): number {
  let points = 0;
  for (const [column, cell] of cells.entries()) {
    if (cell.text !== '') points += fitOf(cell.text, columns[column]?.role);
  }
  return points;
}

function fitOf(text: string, role: Column['role'] | undefined): number {
  switch (role) {
    case undefined:
      return -1;
    case 'lead':
    case 'coordinators':
    case 'lead-and-coordinators':
      return isUnitList(text) ? 1 : -1;
    case 'due':
      return !isUnitList(text) && readDue(text, { from: 2000, to: 2000 }) ? 1 : -1;
    case 'seq':
      return /^[\dIVX.a-zđ)(]{1,6}$/u.test(text) ? 1 : -1;
    case 'task':
    case 'activity':
    case 'objective':
    case 'product':
      return isUnitList(text) ? -1 : 0;
    default:
      return 0;
  }
}
