import type { Block, Cell, Row, SourceFormat, SourceDocument } from './document.ts';
import { MAX_LINE_CHARACTERS } from './limits.ts';
import type { LooseBlock, LooseParagraph, LooseTable } from './loose-blocks.ts';
import { Refusal } from './refusal.ts';

// What a person begins after a soft line break when it is a new item and no mere wrap of the sentence.
const BEGINS_ITEM = /^(?:[-–+•*▪]|\d{1,3}(?:\.\d{1,3})*[.)]|[a-zđ]\)|[IVX]{1,5}\.)\s/u;

/**
 * Numbers the blocks by the lines that people see: one for each paragraph, empty ones too, and one for each table row.
 *
 * An item typed behind a soft line break ("…;⏎- Lưu: VT") becomes a paragraph of its own; any other soft break is a
 * space. Empty paragraphs keep their line and give no block. Refuses (`too-long`) what no line of people can hold.
 */
export function layLines(format: SourceFormat, content: readonly LooseBlock[]): SourceDocument {
  const lines: string[] = [];
  const blocks: Block[] = [];
  for (const block of content) {
    if (block.kind === 'table') blocks.push(layTable(block, lines));
    else for (const paragraph of splitItems(block)) layParagraph(paragraph, lines, blocks);
  }
  return { format, lines, blocks };
}

function layParagraph(paragraph: LooseParagraph, lines: string[], blocks: Block[]): void {
  const { label, text } = paragraph;
  refuseEndless(text);
  lines.push(label === undefined ? text : `${label} ${text}`.trim());
  if (text !== '') blocks.push({ ...paragraph, line: lines.length });
}

function splitItems(paragraph: LooseParagraph): readonly LooseParagraph[] {
  if (!paragraph.text.includes('\n')) return [paragraph];
  const items: string[] = [];
  for (const piece of paragraph.text.split('\n')) {
    if (items.length > 0 && !BEGINS_ITEM.test(piece)) items.push(`${items.pop()} ${piece}`.trim());
    else items.push(piece);
  }
  const { label: _, ...unlabelled } = paragraph;
  return items.map((text, index) => ({ ...(index === 0 ? paragraph : unlabelled), text }));
}

function layTable(table: LooseTable, lines: string[]): Block {
  const rows = table.rows.map((row): Row => {
    for (const { text } of row.cells) refuseEndless(text);
    lines.push(row.cells.map(inOneLine).join('\t'));
    return { line: lines.length, cells: row.cells, ...(row.header ? { header: true } : {}) };
  });
  return { kind: 'table', line: rows[0]?.line ?? lines.length, rows, width: table.width };
}

function refuseEndless(text: string): void {
  if (text.length > MAX_LINE_CHARACTERS) throw new Refusal('too-long');
}

function inOneLine(cell: Cell): string {
  return cell.text.replaceAll('\n', ' ');
}
