import type { AnnexTable } from './annex.ts';
import { columnOf } from './columns.ts';
import { emptyCell, filledColumns, type GridCell, type GridRow } from './grid.ts';
import { bareWords, startsMidSentence } from './letters.ts';
import { type Label, labelOf, readLabel, romanValue } from './numbering.ts';
import type { Doubt, Repair, Section } from './plan-reading.ts';
import { carryMergedColumns, fillDittos } from './row-carry.ts';
import { joinRow } from './row-join.ts';
import { movedRepair } from './row-repair.ts';
import { mendShift, splitGluedNumber } from './row-shift.ts';
import { isRemark, objectiveIn, titleOf } from './row-title.ts';
import { newSection, openSection } from './sections.ts';

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

/**
 * Reads the rows of a list: sections apart, shifted cells put back, cells cut by a page joined, merged cells shared.
 *
 * `isOneOfSeveral` says that the plan has a list for each axis: then the words above a list are its section.
 */
export function readAnnexRows(table: AnnexTable, isOneOfSeveral: boolean, repairs: Repair[]): AnnexRows {
  const read = readRows(table, repairs);
  const { caption } = table;
  if (caption && (leads(caption.label, read.sections[0]) || (isOneOfSeveral && read.sections.length === 0))) {
    const section = newSection(caption.label, caption.text, [caption.line], [], repairs);
    read.sections.unshift(section);
    for (const row of read.rows) row.section ??= section.code;
  }
  fillDittos(read.rows);
  if (table.loose) carryMergedColumns(read.rows, table.columns, repairs);
  return read;
}

/** True when the label is the one before the section's: the first title of a list stands above its table. */
function leads(label: Label | undefined, section: Section | undefined): boolean {
  const [own, next] = [label?.code ?? '', section?.code ?? ''].map(
    (code) => romanValue(code) || Number(code),
  );
  return own !== undefined && own > 0 && next === own + 1;
}

function readRows(table: AnnexTable, repairs: Repair[]): AnnexRows {
  const read: AnnexRows = { sections: [], rows: [] };
  const numbersSections = seqNumbersSections(table);
  let objective: GridCell | undefined;
  let open: Section | undefined;
  for (const [index, row] of table.rows.entries()) {
    if (filledColumns(row).length === 0 || isRemark(row)) continue;
    const stated = objectiveIn(row);
    if (stated !== undefined) {
      objective = { ...emptyCell(), text: stated };
      continue;
    }
    const title = titleOf(row, table, index);
    if (title) {
      if (title.opens) objective = undefined;
      if (title.opens) open = openSection(title.label, title.text, row.line, read.sections, repairs);
      continue;
    }
    open = takeSectionCell(row, table, numbersSections, open, read.sections, repairs);
    const section = open?.code ?? null;
    const doubts: Doubt[] = [];
    const above = read.rows.at(-1);
    if (table.loose && mendColumns(row, above, table, repairs))
      doubts.push({ code: 'column-shifted', ...(row.line[0] === undefined ? {} : { line: row.line[0] }) });
    const seq = numbersSections ? '' : seqOf(row, table);
    const sameSection = above?.section === section ? above : undefined;
    if (sameSection && joinRow(row, seq, sameSection, table, repairs)) continue;
    if (objective) row.cells[objectiveColumn(table)] = objective;
    read.rows.push({ seq: seq === '' ? null : seq, section, line: row.line, cells: row.cells, doubts });
  }
  return read;
}

/** The column of objectives; a list whose objectives stand in rows of their own gets one behind its others. */
function objectiveColumn(table: AnnexTable): number {
  const column = columnOf(table.columns, 'objective');
  if (column >= 0) return column;
  return table.columns.push({ role: 'objective', title: '', leaf: '' }) - 1;
}

/** Puts shifted cells back under their columns, and a number glued to its task into its own; true when it did. */
function mendColumns(
  row: GridRow,
  above: AnnexRow | undefined,
  table: AnnexTable,
  repairs: Repair[],
): boolean {
  const printed = row.cells;
  const isGlued = splitGluedNumber(row, table.columns);
  if (!isGlued && !mendShift(row, above?.cells, table.columns)) return false;
  repairs.push(movedRepair(isGlued ? 'glued-number' : 'column', printed, row));
  return true;
}

/** The number of a row: in its column, or where the list has none, before the words of the task. */
function seqOf(row: GridRow, table: AnnexTable): string {
  const column = columnOf(table.columns, 'seq');
  if (column >= 0) return (row.cells[column]?.text ?? '').replace(/[.)]+$/, '');
  const cell = row.cells[columnOf(table.columns, 'task')];
  const label = readLabel(cell?.text ?? '');
  if (!cell || !label || cell.merged || label.kind === 'dash' || label.kind === 'plus' || label.rest === '')
    return '';
  cell.text = label.rest;
  return label.code;
}

/** True when only the rows that begin a section carry a number: the numbers are the sections'. */
function seqNumbersSections(table: AnnexTable): boolean {
  const section = columnOf(table.columns, 'section');
  const seq = columnOf(table.columns, 'seq');
  if (section < 0 || seq < 0) return false;
  const text = (row: GridRow, column: number): string => row.cells[column]?.text ?? '';
  const numbered = table.rows.filter((row) => text(row, seq) !== '');
  return numbered.length < table.rows.length && numbered.every((row) => text(row, section) !== '');
}

/** The section of a row: the one that its column of sections names, taken out of the row, or else the open one. */
function takeSectionCell(
  row: GridRow,
  table: AnnexTable,
  numbersSections: boolean,
  open: Section | undefined,
  sections: Section[],
  repairs: Repair[],
): Section | undefined {
  const column = columnOf(table.columns, 'section');
  const text = (row.cells[column]?.text ?? '').replace(/\n/g, ' ');
  if (text === '') return open;
  row.cells[column] = emptyCell();
  const label = sectionLabel(row, text, table, numbersSections);
  const title = label?.rest ?? text;
  if (open && bareWords(open.title) === bareWords(title)) return open;
  if (open && row.afterBreak && startsMidSentence(title)) {
    open.title = `${open.title} ${title}`;
    open.line.push(...row.line);
    return open;
  }
  return openSection(label, title, row.line, sections, repairs);
}

function sectionLabel(
  row: GridRow,
  text: string,
  table: AnnexTable,
  numbersSections: boolean,
): Label | undefined {
  const own = readLabel(text);
  if (own || !numbersSections) return own;
  const seq = row.cells[columnOf(table.columns, 'seq')];
  const label = labelOf(seq?.text ?? '', text);
  return label && { ...label, rest: text };
}
