import type { AnnexTable } from './annex.ts';
import { readAxis } from './axis.ts';
import { columnOf } from './columns.ts';
import { filledColumns, type GridCell, type GridRow } from './grid.ts';
import { oneLine } from './letters.ts';
import { type Label, readLabel, romanValue, toRoman } from './numbering.ts';
import type { Doubt, Repair, Section } from './plan-reading.ts';
import { carryMergedColumns } from './row-carry.ts';
import { joinRow } from './row-join.ts';
import { mendShift } from './row-shift.ts';

/** A row of a list after mending: one task or target with its section. */
export interface AnnexRow {
  seq: string | null;
  section: string | null;
  line: number[];
  cells: GridCell[];
  doubts: Doubt[];
}

export interface AnnexRows {
  sections: Section[];
  rows: AnnexRow[];
}

/** Reads the rows of a list: sections apart, shifted cells put back, cells cut by a page joined, merged cells shared. */
export function readAnnexRows(table: AnnexTable, repairs: Repair[]): AnnexRows {
  const read: AnnexRows = { sections: [], rows: [] };
  for (const [index, row] of table.rows.entries()) {
    const filled = filledColumns(row);
    if (filled.length === 0) continue;
    const title = titleOf(row, filled, table, index);
    if (title) {
      if (title.opens) read.sections.push(newSection(title.label, title.text, row, read.sections, repairs));
      continue;
    }
    const section = read.sections.at(-1)?.code ?? null;
    const doubts: Doubt[] = [];
    if (table.format === 'txt' && mendShift(row, table.columns)) {
      repairs.push({ where: 'PL', kind: 'column', damage: '', repair: '', line: [...row.line] });
      doubts.push({ code: 'column-shifted', ...(row.line[0] === undefined ? {} : { line: row.line[0] }) });
    }
    const seqColumn = columnOf(table.columns, 'seq');
    const seq = seqColumn < 0 ? '' : (row.cells[seqColumn]?.text ?? '').replace(/[.)]+$/, '');
    const above = read.rows.at(-1);
    const sameSection = above?.section === section ? above : undefined;
    if (sameSection && joinRow(row, seq, sameSection, table, repairs)) continue;
    read.rows.push({ seq: seq === '' ? null : seq, section, line: row.line, cells: row.cells, doubts });
  }
  if (table.format === 'txt') carryMergedColumns(read.rows, table.columns, repairs);
  return read;
}

interface Title {
  label: Label | undefined;
  text: string;
  /** False for a title inside a section, which only groups rows. */
  opens: boolean;
}

/** The title that a row consists of, undefined for a row with content. */
function titleOf(
  row: GridRow,
  filled: readonly number[],
  table: AnnexTable,
  index: number,
): Title | undefined {
  const last = filled.at(-1) ?? 0;
  const spans = (row.cells[last]?.span ?? 1) > table.columns.length / 2;
  if (filled.length > 2 || (last > 2 && !spans) || row.cells.some((cell) => cell.merged)) return undefined;
  const text = oneLine(filled.map((column) => row.cells[column]?.text ?? '').join(' '));
  const label = filled.length === 2 ? labelOf(row.cells[filled[0] ?? 0]?.text ?? '', text) : readLabel(text);
  if (label?.kind === 'roman' || label?.kind === 'letter-upper')
    return { label, text: label.rest, opens: true };
  const rest = label?.rest ?? text;
  if (filled.length === 1 && filled[0] !== 0 && !spans) {
    return isLoud(rest) && readAxis(rest) !== null ? { label, text: rest, opens: true } : undefined;
  }
  if (label === undefined)
    return spans || isLoud(text) || readAxis(text) ? { label, text, opens: true } : undefined;
  if (label.kind === 'dash' || label.kind === 'plus') return undefined;
  const lettered = table.rows.some((other) => isLettered(other));
  const hasChildren = startsGroup(table, index, label.code);
  if (!hasChildren && !spans && label.kind !== 'number') return undefined;
  return hasChildren || spans
    ? { label, text: rest, opens: !lettered && !label.code.includes('.') }
    : undefined;
}

/** The label in its own cell: "III", "3.1", "A". */
function labelOf(cell: string, text: string): Label | undefined {
  const code = cell.replace(/[.):]+$/, '').trim();
  const rest = oneLine(text.slice(cell.length));
  if (romanValue(code) > 0) return { kind: 'roman', code, rest };
  if (/^[A-HĐ]$/u.test(code)) return { kind: 'letter-upper', code, rest };
  if (/^\d{1,3}$/.test(code)) return { kind: 'number', code, rest };
  if (/^\d{1,3}(?:\.\d{1,3})+$/.test(code)) return { kind: 'decimal', code, rest };
  return undefined;
}

function isLettered(row: GridRow): boolean {
  const first = row.cells[0]?.text ?? '';
  const label = readLabel(first) ?? labelOf(first, first);
  return label?.kind === 'roman' || label?.kind === 'letter-upper';
}

/** True when the next numbered row is a part of this one: "3" then "3.1", or numbering starts again at 1 or a. */
function startsGroup(table: AnnexTable, index: number, code: string): boolean {
  const next = table.rows.slice(index + 1).find((row) => (row.cells[0]?.text ?? '') !== '');
  const seq = next?.cells[0]?.text.replace(/[.)]+$/, '') ?? '';
  return seq.startsWith(`${code}.`) || /^(?:a|-)$/.test(seq) || (seq === '1' && code !== '0');
}

function isLoud(text: string): boolean {
  return text.length > 3 && text === text.toUpperCase() && /\p{Lu}/u.test(text);
}

/** A section with its printed code; a code printed twice or not at all is counted on. */
function newSection(
  label: Label | undefined,
  title: string,
  row: GridRow,
  before: readonly Section[],
  repairs: Repair[],
): Section {
  const printed = label?.code ?? '';
  const used = before.some((section) => section.code === printed);
  const code = printed !== '' && !used ? printed : nextCode(printed, before);
  if (code !== printed) {
    repairs.push({
      where: `PL.${code}`,
      kind: 'numbering',
      damage: printed,
      repair: code,
      line: [...row.line],
    });
  }
  return { code, title: title.replace(/[.:;\s]+$/, ''), axis: readAxis(title), line: [...row.line] };
}

function nextCode(printed: string, before: readonly Section[]): string {
  if (/^\d+$/.test(printed))
    return String(Math.max(0, ...before.map((section) => Number(section.code) || 0)) + 1);
  if (/^[A-H]$/.test(printed)) return String.fromCharCode(printed.charCodeAt(0) + 1);
  return toRoman(Math.max(0, ...before.map((section) => romanValue(section.code))) + 1);
}
