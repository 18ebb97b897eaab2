import type { Block, Paragraph, SourceFormat } from '#platform/docread/document.ts';
import { readAxis } from './axis.ts';
import type { Column } from './column-role.ts';
import { columnsByContent } from './columns-by-content.ts';
import { wrapsLines } from './cut-ends.ts';
import { formParagraphs } from './form-table.ts';
import { type GridRow, toGrid, widen } from './grid.ts';
import { type Header, readHeader, repeatedHeight } from './header.ts';
import { type Label, readLabel } from './numbering.ts';
import type { Repair } from './plan-reading.ts';
import { alignPage } from './page-columns.ts';
import { inWords } from './row-repair.ts';
import { settleSectionColumn } from './section-column.ts';
import { type Caption, captionOf } from './table-caption.ts';
import { turnedTargets } from './turned-targets.ts';
import { purposeOf, type TablePurpose } from './table-purpose.ts';
import { layoutParagraphs, rowParagraphs } from './table-prose.ts';

/** A list of tasks or targets, its pages laid together: no header row is left among its rows. */
export interface AnnexTable {
  purpose: TablePurpose;
  columns: Column[];
  rows: GridRow[];
  /** True for a list out of text, which knows no merged cells and may be cut or shifted. */
  loose: boolean;
  /** True when a row is a line of print, and a task takes several. */
  wraps: boolean;
  /** The axis that the words above the list give it. */
  caption?: Caption;
}

export interface PlanParts {
  /** All prose in order, tables of layout (masthead, signature) taken apart into paragraphs. */
  paragraphs: Paragraph[];
  tables: AnnexTable[];
}

const MOST_PARAGRAPHS_BETWEEN = 4;

/** Tells the lists of tasks and targets from the prose, and joins the pages of each list. */
export function splitParts(blocks: readonly Block[], format: SourceFormat, repairs: Repair[]): PlanParts {
  const parts: PlanParts = { paragraphs: [], tables: [] };
  let open: { table: AnnexTable; header: Header } | undefined;
  let between: Paragraph[] = [];
  const repeated: GridRow[] = [];
  const closeBetween = (): void => {
    parts.paragraphs.push(...between);
    between = [];
  };
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      if (open && between.length < MOST_PARAGRAPHS_BETWEEN) between.push(block);
      else {
        open = undefined;
        closeBetween();
        parts.paragraphs.push(block);
      }
      continue;
    }
    const rows = toGrid(block);
    const form = formParagraphs(rows);
    if (form) {
      closeBetween();
      open = undefined;
      parts.paragraphs.push(...form);
      continue;
    }
    const turned = turnedTargets(rows);
    if (turned) {
      closeBetween();
      open = undefined;
      parts.tables.push({ purpose: 'targets', ...turned, loose: false, wraps: false });
      continue;
    }
    const again = open ? repeatedHeight(rows, 0, open.header) : 0;
    const header = again > 0 ? undefined : readHeader(rows);
    const caption = captionOf(open ? between : parts.paragraphs);
    if (open && !caption?.isAnnex && (again > 0 || continues(open.table, rows, header))) {
      parts.paragraphs.push(...takeSections(between, open.table));
      between = [];
      const height = again || (header?.height ?? 0);
      if (again > 0) alignPage(rows, open.header);
      addRows(open.table, rows.slice(height), open.header, repeated);
      repeated.push(...rows.slice(0, height));
      continue;
    }
    closeBetween();
    open = openTable(rows, header ?? (again > 0 ? readHeader(rows) : undefined), format);
    if (open) {
      if (caption) open.table.caption = caption;
      parts.tables.push(open.table);
      addRows(open.table, rows.slice(open.header.height), open.header, repeated);
    } else {
      const isList = header !== undefined && header.height < rows.length;
      parts.paragraphs.push(...(isList ? rowParagraphs(rows, header) : layoutParagraphs(block)));
    }
  }
  closeBetween();
  for (const table of parts.tables) table.wraps = table.loose && wrapsLines(table.rows, table.columns);
  if (repeated[0]) {
    const line = repeated.flatMap((row) => row.line);
    repairs.push({
      where: 'PL',
      kind: 'repeated-header',
      damage: inWords(repeated[0].cells),
      repair: '–',
      line,
    });
  }
  return parts;
}

function openTable(
  rows: GridRow[],
  header: Header | undefined,
  format: SourceFormat,
): { table: AnnexTable; header: Header } | undefined {
  const found = header ?? columnsByContent(rows);
  if (!found) return undefined;
  const body = rows.slice(found.height);
  const purpose = purposeOf(found.columns, body);
  if (purpose === 'tasks') settleSectionColumn(found.columns, body);
  return (
    purpose && {
      table: { purpose, columns: found.columns, rows: [], loose: format === 'txt', wraps: false },
      header: found,
    }
  );
}

/** True for the next page of the same list: the same header again, or none and about as many columns. */
function continues(table: AnnexTable, rows: readonly GridRow[], header: Header | undefined): boolean {
  if (header) {
    const roles = header.columns.map((column) => column.role).join();
    return roles === table.columns.map((column) => column.role).join();
  }
  const width = rows[0]?.cells.length ?? 0;
  return Math.abs(width - table.columns.length) <= 1 && table.columns.length > 3;
}

function addRows(table: AnnexTable, rows: readonly GridRow[], header: Header, repeated: GridRow[]): void {
  let afterBreak = table.rows.length > 0;
  for (let index = 0; index < rows.length; ) {
    const again = repeatedHeight(rows, index, header);
    if (again > 0) {
      repeated.push(...rows.slice(index, index + again));
      afterBreak = true;
      index += again;
      continue;
    }
    const row = rows[index];
    if (row) table.rows.push({ ...widen(row, table.columns.length), afterBreak });
    afterBreak = false;
    index++;
  }
}

const LONGEST_SECTION = 140;

function isSection(label: Label | undefined): boolean {
  if (label?.kind === 'roman' || label?.kind === 'letter-upper') return true;
  return label?.kind === 'number' && label.rest.length < LONGEST_SECTION && readAxis(label.rest) !== null;
}

/** A section title that stands between two pages of a list becomes a row of it; the other paragraphs stay prose. */
function takeSections(between: readonly Paragraph[], table: AnnexTable): Paragraph[] {
  const prose: Paragraph[] = [];
  for (const paragraph of between) {
    const text = paragraph.label ? `${paragraph.label} ${paragraph.text}` : paragraph.text;
    if (!isSection(readLabel(text))) {
      prose.push(paragraph);
      continue;
    }
    const cell = { text, span: table.columns.length, merged: false };
    table.rows.push(
      widen({ line: [paragraph.line], cells: [cell], afterBreak: false }, table.columns.length),
    );
  }
  return prose;
}
