import type { SourceDocument } from './document.ts';
import { layLines } from './lay-lines.ts';
import { blocksOfPages } from './pdf-flow.ts';
import { openPdf } from './pdf-open.ts';
import { ReadingTally } from './reading-tally.ts';
import { Refusal } from './refusal.ts';

/**
 * Reads the text layer of a PDF file: paragraphs as they were before lines and pages broke them, tables rebuilt from
 * their lines, page numbers and running headers left out.
 *
 * Rejects with a `Refusal`, whatever the bytes.
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  const pages = await openPdf(bytes, (pdf) => pdf.pages());
  const source = layLines('pdf', blocksOfPages(pages, new ReadingTally()));
  if (!source.lines.some((line) => line.trim() !== '')) throw new Refusal('empty');
  return source;
}
