import type { Cell, SourceDocument } from './document.ts';
import { readHtml } from './html.ts';
import { layLines } from './lay-lines.ts';
import { MAX_SOURCE_BYTES } from './limits.ts';
import { Refusal } from './refusal.ts';
import { sheetBlocks } from './sheet-blocks.ts';
import { readPlainText } from './text.ts';

/** What a person pasted, in the forms in which the clipboard holds it. */
export interface Pasted {
  /** The form with tables, as Word, Excel and web pages give it. */
  readonly html?: string | undefined;
  readonly text: string;
}

/**
 * Reads what was pasted from a document, a spreadsheet or a message into the same lines and blocks as a file.
 *
 * A table comes from its HTML, which alone knows merged cells; without any table the plain text counts, with the line
 * ends that the person saw. Text of nothing but table rows is a range of a spreadsheet.
 *
 * Throws a `Refusal` and nothing else, whatever was pasted.
 */
export function readPasted({ html = '', text }: Pasted): SourceDocument {
  if (html.length + text.length > MAX_SOURCE_BYTES) throw new Refusal('too-large');
  if (!/<table[\s>]/i.test(html) && text.trim() !== '') return readPastedText(text);
  const source = html.trim() === '' ? undefined : readHtml(html);
  if (source === undefined) throw new Refusal('empty');
  return source;
}

function readPastedText(text: string): SourceDocument {
  const source = readPlainText(text);
  const tables = source.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  if (tables.length < source.blocks.length) return source;
  const rows = tables.flatMap((table) =>
    table.rows.map(({ line, cells }) => ({ number: line, cells: cells.filter(isFilled) })),
  );
  return layLines('txt', sheetBlocks(rows.filter(({ cells }) => cells.length > 0)));
}

function isFilled({ text }: Cell): boolean {
  return text !== '';
}
