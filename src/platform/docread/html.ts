import type { SourceDocument } from './document.ts';
import { readHtmlBlocks } from './html-blocks.ts';
import { layLines } from './lay-lines.ts';
import type { LooseBlock, LooseTable } from './loose-blocks.ts';
import { Refusal } from './refusal.ts';
import { sheetBlocks } from './sheet-blocks.ts';
import { decodeText } from './text-encoding.ts';

/** Where the encoding is declared, if it is. */
const BYTES_OF_HEAD = 2_048;

/** Reads a web page as programs save documents: see `readHtml`. Refuses (`not-text`) bytes of no known encoding. */
export function readHtmlFile(bytes: Uint8Array): SourceDocument {
  const start = Buffer.from(bytes.subarray(0, BYTES_OF_HEAD)).toString('latin1');
  const declared = /charset\s*=\s*["']?(windows-125[28]|iso-8859-1|us-ascii)/i.exec(start)?.[1];
  return readHtml(declared === undefined ? decodeText(bytes) : new TextDecoder(declared).decode(bytes));
}

/**
 * Reads HTML from a file or the clipboard: paragraphs, lists and tables with their merged cells. A table alone is a
 * range of a spreadsheet, whose title and notes stand in rows like any other; they come out as paragraphs.
 *
 * Refuses with `empty`, `too-long` or `too-deep`.
 */
export function readHtml(html: string): SourceDocument {
  const blocks = readHtmlBlocks(html);
  const [only, ...others] = blocks;
  const isRange = only?.kind === 'table' && others.length === 0;
  const source = layLines('html', isRange ? rangeBlocks(only) : blocks);
  if (!source.lines.some((line) => line.trim() !== '')) throw new Refusal('empty');
  return source;
}

function rangeBlocks(table: LooseTable): LooseBlock[] {
  const rows = table.rows.map(({ cells }, number) => ({
    number,
    cells: cells.filter(({ text, continuesAbove }) => text !== '' || continuesAbove),
  }));
  return sheetBlocks(rows.filter(({ cells }) => cells.length > 0));
}
