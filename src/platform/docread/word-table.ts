import type { LooseBlock } from './loose-blocks.ts';
import { assembleTable, type CellDraft, type RowDraft } from './table-draft.ts';
import { wholeNumber } from './whole-number.ts';
import { isOn } from './word-attributes.ts';
import type { WordReading } from './word-reading.ts';
import type { XmlReader } from './xml-reader.ts';

/** Reads the blocks inside an element and hands every other child to a visitor. */
export type ReadBlocks = (
  xml: XmlReader,
  word: WordReading,
  visitOther: (name: string) => void,
) => LooseBlock[];

/** Far over the 63 columns that Word allows, near enough that a row cannot claim a million. */
const COLUMNS = { from: 0, to: 1_000 };

const HOLDERS: ReadonlySet<string> = new Set(['w:sdt', 'w:sdtContent', 'w:customXml']);

interface WrittenRow extends RowDraft {
  readonly cells: CellDraft[];
  header: boolean;
  /** Deleted in a tracked change, or hidden. */
  left: boolean;
  column: number;
}

/** Reads a `w:tbl` just opened on its exact grid; a table that frames others gives those: see `assembleTable`. */
export function readTable(xml: XmlReader, word: WordReading, readBlocks: ReadBlocks): LooseBlock[] {
  const rows: RowDraft[] = [];
  let width = 0;
  const startsAbove = new Set<number>();
  const visit = (name: string): void => {
    if (name === 'w:tblGrid') width = Math.max(width, countColumns(xml));
    else if (HOLDERS.has(name)) xml.eachChild(visit);
    if (name !== 'w:tr') return;
    const row = readRow(xml, word, readBlocks, startsAbove);
    if (row.left) return;
    startsAbove.clear();
    for (const cell of row.cells) startsAbove.add(cell.column);
    rows.push(row);
  };
  xml.eachChild(visit);
  return assembleTable(rows, width);
}

function countColumns(xml: XmlReader): number {
  let columns = 0;
  xml.eachChild((name) => {
    if (name === 'w:gridCol') columns++;
  });
  return Math.min(columns, COLUMNS.to);
}

function readRow(
  xml: XmlReader,
  word: WordReading,
  readBlocks: ReadBlocks,
  startsAbove: ReadonlySet<number>,
): WrittenRow {
  const row: WrittenRow = { cells: [], header: false, left: false, column: 0 };
  const visit = (name: string): void => {
    if (name === 'w:trPr') readRowProperties(xml, row);
    else if (name === 'w:tc') {
      word.tallyCell();
      readCell(xml, row, startsAbove, (visitOther) => readBlocks(xml, word, visitOther));
    } else if (HOLDERS.has(name)) xml.eachChild(visit);
  };
  xml.eachChild(visit);
  return row;
}

function readRowProperties(xml: XmlReader, row: WrittenRow): void {
  xml.eachChild((name) => {
    if (name === 'w:tblHeader') row.header = isOn(xml);
    else if (name === 'w:del') row.left = true;
    else if (name === 'w:hidden') row.left ||= isOn(xml);
    else if (name === 'w:gridBefore') row.column = wholeNumber(xml, 'val', COLUMNS) ?? 0;
  });
}

function readCell(
  xml: XmlReader,
  row: WrittenRow,
  startsAbove: ReadonlySet<number>,
  readContent: (visitOther: (name: string) => void) => LooseBlock[],
): void {
  let columnSpan = 1;
  let continuesAbove = false;
  let continuesLeft = false;
  const blocks = readContent((name) => {
    if (name !== 'w:tcPr') return;
    xml.eachChild((property) => {
      if (property === 'w:gridSpan') columnSpan = wholeNumber(xml, 'val', { from: 1, to: COLUMNS.to }) ?? 1;
      else if (property === 'w:vMerge') continuesAbove = continuesMerge(xml);
      else if (property === 'w:hMerge') continuesLeft = continuesMerge(xml);
    });
  });
  const { column } = row;
  const left = row.cells.at(-1);
  if (continuesLeft && left !== undefined) {
    row.cells[row.cells.length - 1] = { ...left, columnSpan: left.columnSpan + columnSpan };
  } else {
    row.cells.push({ column, columnSpan, continuesAbove: continuesAbove && startsAbove.has(column), blocks });
  }
  row.column = Math.min(column + columnSpan, COLUMNS.to);
}

function continuesMerge(xml: XmlReader): boolean {
  return xml.attribute('val') !== 'restart';
}
