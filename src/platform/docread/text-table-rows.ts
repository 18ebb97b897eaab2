import { ROW_NUMBER } from './text-row-numbers.ts';
import type { CellPiece } from './text-table-cells.ts';

/** One line of a table, parted at its columns; `isTitle` where one text runs over several of them. */
export interface TableLine {
  readonly pieces: readonly CellPiece[];
  readonly isTitle: boolean;
}

const NUMBERED_TITLE = /^(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-HĐ])[.)]?\s/u;
const FEWEST_NUMBERS = 2;
const FULL = 3;

/** Gathers lines into rows: a row begins with its number, or where the cells begin anew. */
export function rowsOf(lines: readonly TableLine[]): TableLine[][] {
  const isNumbered = lines.filter(({ pieces }) => isNumber(pieces)).length >= FEWEST_NUMBERS;
  const usual = usualCells(lines, isNumbered);
  const rows: TableLine[][] = [];
  for (const line of lines) {
    const open = rows.at(-1);
    if (open && !beginsRow(line, open, { isNumbered, usual, isHeader: rows.length === 1 })) open.push(line);
    else rows.push([line]);
  }
  return rows;
}

interface Shape {
  readonly isNumbered: boolean;
  readonly usual: number;
  readonly isHeader: boolean;
}

function beginsRow(line: TableLine, open: readonly TableLine[], shape: Shape): boolean {
  const { pieces } = line;
  const isAfterTitle = open.every(({ isTitle }) => isTitle) || isSectionTitle(open);
  if (line.isTitle) return !isAfterTitle || NUMBERED_TITLE.test(pieces[0]?.text ?? '');
  if (isAfterTitle && pieces.length > 1) return true;
  if (shape.isNumbered && isNumber(pieces)) return pieces[1] !== undefined && isBeginning(pieces[1]);
  const filled = shape.isNumbered ? pieces.filter(({ column }) => column > 0) : pieces;
  if (shape.isNumbered && shape.isHeader) return false;
  return filled.length >= Math.max(FULL, shape.usual) && filled.every(isBeginning);
}

/** True for a number with its title alone: the head of the rows below. */
function isSectionTitle(open: readonly TableLine[]): boolean {
  const [first] = open;
  return first !== undefined && isNumber(first.pieces) && first.pieces.length === 2 && open.length === 1;
}

function isNumber([first]: readonly CellPiece[]): boolean {
  return first?.column === 0 && ROW_NUMBER.test(first.text);
}

function isBeginning({ text }: CellPiece): boolean {
  return /^[^\p{Ll}]/u.test(text);
}

/** How many cells, numbers aside, the first line of a row usually fills. */
function usualCells(lines: readonly TableLine[], isNumbered: boolean): number {
  const counts = lines
    .filter(({ pieces, isTitle }) => !isTitle && (!isNumbered || isNumber(pieces)))
    .map(({ pieces }) => (isNumbered ? pieces.length - 1 : pieces.length))
    .filter((count) => count > 1)
    .toSorted((one, other) => one - other);
  return counts[Math.floor(counts.length * (isNumbered ? 0.5 : 0.8))] ?? Infinity;
}
