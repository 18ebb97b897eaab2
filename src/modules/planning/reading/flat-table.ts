import type { Block, Paragraph, Row, Table } from '#platform/docread/document.ts';
import { readColumn } from './column-role.ts';
import { romanValue } from './numbering.ts';

const FEWEST_TITLES = 4;
const MOST_TITLES = 10;
const FEWEST_ROWS = 3;
const LONGEST_TITLE = 60;

/**
 * Puts a list back on its grid that was copied cell by cell, each on a line of its own: the titles of its columns in
 * lines, then for each row its number and its cells. Blank cells would leave no line, so every row must be whole.
 */
export function gatherFlatTables(blocks: readonly Block[]): readonly Block[] {
  const gathered: Block[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const table = flatTableFrom(blocks, at);
    const block = blocks[at];
    if (table) {
      gathered.push(table.table);
      at += table.used - 1;
    } else if (block) gathered.push(block);
  }
  return gathered;
}

function flatTableFrom(blocks: readonly Block[], at: number): { table: Table; used: number } | undefined {
  if (!isTitle(blocks[at], 'seq')) return undefined;
  const width = titlesFrom(blocks, at);
  if (width < FEWEST_TITLES) return undefined;
  const rows: Row[] = [toRow(blocks, at, width, width)];
  let next = at + width;
  for (;;) {
    next += headerAgain(blocks, next, width);
    const code = textAt(blocks, next);
    const isRow = /^\d{1,3}\.?$/.test(code) && startsRow(textAt(blocks, next + width));
    const isSection =
      romanValue(code.replace(/\.$/, '')) > 0 && /^\d{1,3}\.?$/.test(textAt(blocks, next + 2));
    if (!isRow && !isSection) break;
    const count = isSection ? 2 : width;
    rows.push(toRow(blocks, next, count, width));
    next += count;
  }
  if (rows.length <= FEWEST_ROWS) return undefined;
  return { table: { kind: 'table', line: rows[0]?.line ?? 0, rows, width }, used: next - at };
}

/** How many lines a page break takes: a page number perhaps, and the titles again. */
function headerAgain(blocks: readonly Block[], at: number, width: number): number {
  const number = /^\d{1,3}$/.test(textAt(blocks, at)) ? 1 : 0;
  for (const skipped of [0, number]) {
    const start = at + skipped;
    if (isTitle(blocks[start], 'seq') && titlesFrom(blocks, start) === width) return skipped + width;
  }
  return 0;
}

/** How many lines from one on are titles of columns, all of them different. */
function titlesFrom(blocks: readonly Block[], at: number): number {
  let count = 0;
  while (count < MOST_TITLES && isTitle(blocks[at + count])) count++;
  return count;
}

function isTitle(block: Block | undefined, wanted?: 'seq'): block is Paragraph {
  if (block?.kind !== 'paragraph' || block.label !== undefined || block.text.length > LONGEST_TITLE)
    return false;
  const { role } = readColumn([block.text]);
  return wanted ? role === wanted : role !== 'other' && role !== 'unit' && !/[.;:]$/.test(block.text);
}

/** A row begins with a number or a section's code; behind the last row stands anything. */
function startsRow(text: string): boolean {
  return !/^\p{Ll}/u.test(text);
}

function textAt(blocks: readonly Block[], at: number): string {
  const block = blocks[at];
  return block?.kind === 'paragraph' ? block.text.trim() : '';
}

function toRow(blocks: readonly Block[], at: number, count: number, width: number): Row {
  return {
    line: blocks[at]?.line ?? 0,
    cells: Array.from({ length: width }, (_, column) => ({
      text: column < count ? textAt(blocks, at + column) : '',
      column,
      columnSpan: 1,
      continuesAbove: false,
    })),
  };
}
