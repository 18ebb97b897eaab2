import type { AnnexTable } from './annex.ts';
import { readAxis } from './axis.ts';
import { columnOf } from './columns.ts';
import { filledColumns, type GridRow } from './grid.ts';
import { bare, oneLine, startsMidSentence } from './letters.ts';
import { type Label, labelOf, readLabel } from './numbering.ts';

/** A row of a list that titles the rows below it. */
export interface RowTitle {
  label: Label | undefined;
  text: string;
  /** False for a title inside a section, which only groups rows. */
  opens: boolean;
}

/** The title that a row consists of, undefined for a row with content. */
export function titleOf(row: GridRow, table: AnnexTable, index: number): RowTitle | undefined {
  if (row.cells.some((cell) => cell.merged)) return undefined;
  const filled = ownColumns(row);
  const last = filled.at(-1) ?? 0;
  const spans = (row.cells[last]?.span ?? 1) > table.columns.length / 2 || isRepeated(row);
  if (filled.length > 2 || (last > 2 && !spans)) return undefined;
  const text = oneLine(filled.map((column) => row.cells[column]?.text ?? '').join(' '));
  const label =
    filled.length === 2 ? labelInFront(row.cells[filled[0] ?? 0]?.text ?? '', text) : readLabel(text);
  if (label?.kind === 'roman' || label?.kind === 'letter-upper')
    return { label, text: label.rest, opens: true };
  const rest = label?.rest ?? text;
  if (filled.length === 1 && filled[0] !== 0 && !spans) {
    return isLoud(rest) && readAxis(rest) !== null ? { label, text: rest, opens: true } : undefined;
  }
  if (label === undefined) {
    const names = filled.length === 1 && !startsMidSentence(text) && readAxis(text) !== null;
    return spans || isLoud(text) || names ? { label, text, opens: true } : undefined;
  }
  if (label.kind === 'dash' || label.kind === 'plus') return undefined;
  const lettered = table.rows.some((other) => isLettered(other));
  const stands =
    (label.kind === 'letter' && filled.length === 2) ||
    spans ||
    startsGroup(table, index, label.code) ||
    isAlone(table, index, filled);
  return stands ? { label, text: rest, opens: !lettered && !label.code.includes('.') } : undefined;
}

const REMARK = /^(?:ghi chu|luu y|chu thich|giai thich|\(?\*\)?)\s*[:.)(]/;
const TOTAL = /^(?:tong cong|tong so|tong|cong)(?: chung)?\s*:?$/;
const OBJECTIVE = /^muc tieu(?: so)?\s*\d{0,2}(?:\.\d{1,2})*\s*[:.)-]\s*/;

/** True for a row that only remarks on the list or sums it up: "Ghi chú: …", "Tổng cộng". */
export function isRemark(row: GridRow): boolean {
  const [first, ...others] = ownColumns(row);
  const text = bare(row.cells[first ?? 0]?.text ?? '');
  if (others.length === 0) return REMARK.test(text);
  return TOTAL.test(text) && others.every((column) => /^[\d.,\s%]+$/.test(row.cells[column]?.text ?? ''));
}

/** The objective that a row gives to those below it, "Mục tiêu 3: Tỷ lệ …", without its number. */
export function objectiveIn(row: GridRow): string | undefined {
  const filled = ownColumns(row);
  const text = row.cells[filled[0] ?? 0]?.text ?? '';
  const prefix = filled.length === 1 ? OBJECTIVE.exec(bare(text)) : null;
  return prefix ? text.slice(prefix[0].length) : undefined;
}

/** The filled columns, a text that converters repeat in every cell of a merged row taken once. */
function ownColumns(row: GridRow): number[] {
  return filledColumns(row).filter(
    (column) => !isRepeated(row) || row.cells[column]?.text !== row.cells[column - 1]?.text,
  );
}

function isRepeated(row: GridRow): boolean {
  const text = row.cells.at(-1)?.text ?? '';
  return text.length > 5 && row.cells.filter((cell) => cell.text === text).length >= row.cells.length - 1;
}

/**
 * True when nothing but a numbered title stands in the row, though its column is not where numbers or tasks stand, or
 * the rows below it say who or when while it does not.
 */
function isAlone(table: AnnexTable, index: number, filled: readonly number[]): boolean {
  if (filled.length !== 1 || filled[0] !== 0) return false;
  const role = table.columns[0]?.role;
  if (role !== 'seq' && role !== 'task' && role !== 'activity') return true;
  const next = table.rows[index + 1];
  return role === 'task' && next !== undefined && filledColumns(next).length > 1;
}

function labelInFront(cell: string, text: string): Label | undefined {
  return labelOf(cell, oneLine(text.slice(cell.length)));
}

function isLettered(row: GridRow): boolean {
  const first = row.cells[0]?.text ?? '';
  const label = readLabel(first) ?? labelOf(first, '');
  return label?.kind === 'roman' || label?.kind === 'letter-upper';
}

/** True when the next numbered row is a part of this one: "3" then "3.1", or numbering starts again at 1 or a. */
function startsGroup(table: AnnexTable, index: number, code: string): boolean {
  const column = Math.max(0, columnOf(table.columns, 'seq'));
  const next = table.rows.slice(index + 1).find((row) => (row.cells[column]?.text ?? '') !== '');
  const seq = next?.cells[column]?.text.replace(/[.)]+$/, '') ?? '';
  return seq.startsWith(`${code}.`) || /^(?:a|-)$/.test(seq) || (seq === '1' && code !== '0');
}

function isLoud(text: string): boolean {
  return text.length > 3 && text === text.toUpperCase() && /\p{Lu}/u.test(text);
}
