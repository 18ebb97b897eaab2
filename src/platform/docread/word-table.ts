import type { Cell } from './document.ts';
import type { WordBlock, WordRow, WordTable } from './word-blocks.ts';
import { isOn, wholeNumber } from './word-attributes.ts';
import type { WordReading } from './word-reading.ts';
import type { XmlReader } from './xml-reader.ts';

/** Reads the blocks inside an element and hands every other child to a visitor. */
export type ReadBlocks = (
  xml: XmlReader,
  word: WordReading,
  visitOther: (name: string) => void,
) => WordBlock[];

/** Far over the 63 columns that Word allows, near enough that a row cannot claim a million. */
const COLUMNS = { from: 0, to: 1_000 };

const HOLDERS: ReadonlySet<string> = new Set(['w:sdt', 'w:sdtContent', 'w:customXml']);

interface RowDraft {
  readonly cells: Cell[];
  readonly inner: WordTable[];
  header: boolean;
  deleted: boolean;
  column: number;
}

/**
 * Reads a `w:tbl` just opened: its exact grid, and after it the tables found inside cells that fill a whole row.
 *
 * Such a cell only frames a page, so its table stands on its own; a table inside any other cell becomes text of that
 * cell, a line for each row.
 */
export function readTable(xml: XmlReader, word: WordReading, readBlocks: ReadBlocks): WordTable[] {
  const rows: WordRow[] = [];
  const inner: WordTable[] = [];
  let width = 0;
  const startsAbove = new Set<number>();
  const visit = (name: string): void => {
    if (name === 'w:tblGrid') width = Math.max(width, countColumns(xml));
    else if (HOLDERS.has(name)) xml.eachChild(visit);
    if (name !== 'w:tr') return;
    const row = readRow(xml, word, readBlocks, startsAbove);
    if (row.deleted) return;
    startsAbove.clear();
    for (const cell of row.cells) startsAbove.add(cell.column);
    width = Math.max(width, row.column);
    rows.push({ cells: row.cells, header: row.header });
    for (const table of row.inner) inner.push(table);
  };
  xml.eachChild(visit);
  return [...(rows.length > 0 ? [{ kind: 'table' as const, rows, width }] : []), ...inner];
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
): RowDraft {
  const row: RowDraft = { cells: [], inner: [], header: false, deleted: false, column: 0 };
  const contents: (readonly WordBlock[])[] = [];
  const visit = (name: string): void => {
    if (name === 'w:trPr') readRowProperties(xml, row);
    else if (name === 'w:tc') {
      word.tallyCell();
      readCell(xml, row, contents, startsAbove, (visitOther) => readBlocks(xml, word, visitOther));
    } else if (HOLDERS.has(name)) xml.eachChild(visit);
  };
  xml.eachChild(visit);
  const isFrame = row.cells.length === 1;
  for (const [index, blocks] of contents.entries()) {
    const cell = row.cells[index];
    if (cell === undefined) continue;
    if (!cell.continuesAbove) row.cells[index] = { ...cell, ...cellText(blocks, isFrame) };
    if (isFrame) for (const block of blocks) if (block.kind === 'table') row.inner.push(block);
  }
  return row;
}

function readRowProperties(xml: XmlReader, row: RowDraft): void {
  xml.eachChild((name) => {
    if (name === 'w:tblHeader') row.header = isOn(xml);
    else if (name === 'w:del') row.deleted = true;
    else if (name === 'w:gridBefore') row.column = wholeNumber(xml, 'val', COLUMNS) ?? 0;
  });
}

function readCell(
  xml: XmlReader,
  row: RowDraft,
  contents: (readonly WordBlock[])[],
  startsAbove: ReadonlySet<number>,
  readContent: (visitOther: (name: string) => void) => WordBlock[],
): void {
  let span = 1;
  let continuesAbove = false;
  let continuesLeft = false;
  const blocks = readContent((name) => {
    if (name !== 'w:tcPr') return;
    xml.eachChild((property) => {
      if (property === 'w:gridSpan') span = wholeNumber(xml, 'val', { from: 1, to: COLUMNS.to }) ?? 1;
      else if (property === 'w:vMerge') continuesAbove = continuesMerge(xml);
      else if (property === 'w:hMerge') continuesLeft = continuesMerge(xml);
    });
  });
  const left = row.cells.at(-1);
  if (continuesLeft && left !== undefined) {
    row.cells[row.cells.length - 1] = { ...left, columnSpan: left.columnSpan + span };
  } else {
    const continues = continuesAbove && startsAbove.has(row.column);
    row.cells.push({ text: '', column: row.column, columnSpan: span, continuesAbove: continues });
    contents.push(blocks);
  }
  row.column = Math.min(row.column + span, COLUMNS.to);
}

function continuesMerge(xml: XmlReader): boolean {
  return xml.attribute('val') !== 'restart';
}

function cellText(blocks: readonly WordBlock[], isFrame: boolean): Pick<Cell, 'text' | 'bold'> {
  const lines: string[] = [];
  let isBold = true;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      const line = block.label === undefined ? block.text : `${block.label} ${block.text}`.trim();
      if (line === '') continue;
      lines.push(line);
      isBold &&= block.bold === true || block.text === '';
    } else if (!isFrame) {
      for (const row of block.rows)
        lines.push(row.cells.map((cell) => cell.text.replaceAll('\n', ' ')).join(' | '));
      isBold = false;
    }
  }
  return { text: lines.join('\n'), ...(isBold && lines.length > 0 ? { bold: true } : {}) };
}
