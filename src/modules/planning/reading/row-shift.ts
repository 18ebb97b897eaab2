import type { Column } from './column-role.ts';
import type { ColumnRole } from './column-words.ts';
import { fitAsEnds } from './cut-ends.ts';
import { readDue } from './deadline.ts';
import { emptyCell, filledColumns, type GridCell, type GridRow } from './grid.ts';
import { startsMidSentence } from './letters.ts';
import { isUnitList, readUnits } from './unit-name.ts';

const SHIFTS = [-1, 1, -2, 2] as const;
const CLEAR_GAIN = 3;
const GAIN_OF_CUT_ENDS = 1;
const PROSE_ROLES: readonly ColumnRole[] = ['objective', 'task', 'activity', 'product'];
const LONGEST_GLUED = 300;
const FEWEST_CELLS = 3;

/**
 * Puts the cells of a row back under their columns when text extraction shifted them; true when it did.
 *
 * Moves the cells from one column on by one or two places, if that makes units stand under units and deadlines under
 * deadlines clearly better than as printed. Seen in rows that follow a merged cell. A row of ends that a page cut off
 * is measured by how it goes on the row above.
 */
export function mendShift(
  row: GridRow,
  above: readonly GridCell[] | undefined,
  columns: readonly Column[],
): boolean {
  if (filledColumns(row).length < FEWEST_CELLS || row.cells.some((cell) => cell.merged || cell.span > 1))
    return false;
  if (!row.cells.some((cell, column) => cell.text !== '' && misfits(cell.text, columns[column]?.role)))
    return false;
  const isCutEnds = row.afterBreak && (row.cells[0]?.text ?? '') === '' && isLowered(row);
  const ends = isCutEnds ? above : undefined;
  const fitAlone = fitMeasure(columns);
  const fit = (cells: readonly GridCell[]): number =>
    ends ? fitAsEnds(cells, ends, columns) : fitAlone(cells);
  const asPrinted = fit(row.cells);
  const gainOf = (cells: readonly GridCell[]): number => fit(cells) - asPrinted;
  const shift = bestShift(row.cells, columns.length, gainOf);
  const split = bestSplit(row.cells, columns, gainOf);
  const best = (split?.gain ?? 0) >= (shift?.gain ?? 0) ? split : shift;
  if (!best || best.gain < (isCutEnds ? GAIN_OF_CUT_ENDS : CLEAR_GAIN)) return false;
  row.cells = best.cells;
  return true;
}

const GLUED = /^(\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,5})[.)]?\s+(?=\p{Lu}.{8})/u;

/** Parts a number from the words that stand in its cell, when the row is a cell short for that; true when it did. */
export function splitGluedNumber(row: GridRow, columns: readonly Column[]): boolean {
  const [first, ...others] = row.cells;
  const glued = GLUED.exec(first?.text ?? '');
  const isShort = others.length > 1 && others.at(-1)?.text === '' && others[0]?.text !== '';
  if (
    !first ||
    !glued?.[1] ||
    !isShort ||
    columns[0]?.role !== 'seq' ||
    row.cells.some((cell) => cell.merged)
  )
    return false;
  const words = { ...emptyCell(), text: first.text.slice(glued[0].length) };
  row.cells = [{ ...first, text: glued[1] }, words, ...others.slice(0, -1)];
  return true;
}

/** The move that gains most; among equals the shorter one, then the one that moves fewer cells. */
function bestShift(
  printed: readonly GridCell[],
  width: number,
  gainOf: (cells: readonly GridCell[]) => number,
): { cells: GridCell[]; gain: number } | undefined {
  let best: { cells: GridCell[]; gain: number } | undefined;
  for (const shift of SHIFTS) {
    for (let from = printed.length - 1; from > 0; from--) {
      const cells = shifted(printed, from, shift, width);
      const gain = cells ? gainOf(cells) : 0;
      if (cells && gain > (best?.gain ?? 0)) best = { cells, gain };
    }
  }
  return best;
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

/** Parts two unit names that stand in one cell, when the cells behind them then stand under their columns. */
function bestSplit(
  printed: readonly GridCell[],
  columns: readonly Column[],
  gainOf: (cells: readonly GridCell[]) => number,
): { cells: GridCell[]; gain: number } | undefined {
  if (printed.at(-1)?.text !== '') return undefined;
  let best: { cells: GridCell[]; gain: number } | undefined;
  for (const [column, cell] of printed.entries()) {
    const role = columns[column]?.role;
    if (role !== 'lead' && role !== 'product') continue;
    for (const gap of cell.text.slice(0, LONGEST_GLUED).matchAll(/(?<!\s)\s+(?=\p{Lu})/gu)) {
      const [left, right] = [cell.text.slice(0, gap.index), cell.text.slice(gap.index + gap[0].length)];
      if (/[;,]$/.test(left) || !partsUnits(left, right, role)) continue;
      const halves = [left, right].map((text) => ({ ...emptyCell(), text }));
      const cells = [...printed.slice(0, column), ...halves, ...printed.slice(column + 1, -1)];
      const gain = gainOf(cells);
      if (gain > (best?.gain ?? 0)) best = { cells, gain };
    }
  }
  return best;
}

/** True when a cut leaves every name whole: the units of both halves are those of the cell. */
function partsUnits(left: string, right: string, role: 'lead' | 'product'): boolean {
  if (!isUnitList(right)) return false;
  if (role === 'product') return !isUnitList(left);
  const whole = readUnits(`${left} ${right}`).units;
  const halves = [left, right].flatMap((half) => readUnits(half).units);
  return isUnitList(left) && whole.join() === halves.join();
}

/** True when a text cannot be meant under its column; prose may hold anything. */
function misfits(text: string, role: Column['role'] | undefined): boolean {
  return !(role && PROSE_ROLES.includes(role)) && fitOf(text, role) < 0;
}

/** How well texts stand under their columns: a point for each that fits, one off for each that does not. */
function fitMeasure(columns: readonly Column[]): (cells: readonly GridCell[]) => number {
  const known = new Map<string, number>();
  return (cells) => {
    let points = 0;
    for (const [column, { text }] of cells.entries()) {
      if (text === '') continue;
      const role = columns[column]?.role;
      const key = `${role}|${text}`;
      const fit = known.get(key) ?? fitOf(text, role);
      known.set(key, fit);
      points += fit;
    }
    return points;
  };
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
