import type { SourceDocument } from './document.ts';
import { layLines } from './lay-lines.ts';
import { ListCounter } from './list-counter.ts';
import { type OfficePart, openMainPart } from './ooxml-package.ts';
import { Refusal } from './refusal.ts';
import type { LooseBlock } from './loose-blocks.ts';
import { readBlocks } from './word-body.ts';
import { notesInOrder, readNotes } from './word-notes.ts';
import { readNumbering } from './word-numbering.ts';
import { WordReading } from './word-reading.ts';
import { readStyles } from './word-styles.ts';
import { openZip, type ZipFile } from './zip.ts';

/**
 * Reads a Word file (.docx) as it would be printed: automatic numbers counted, tracked changes accepted, hidden text
 * left out, merged cells on their exact grid. Notes follow the body; headers, footers and comments are not read.
 *
 * Throws a `Refusal` and nothing else, whatever the bytes.
 */
export function readDocx(bytes: Uint8Array): SourceDocument {
  return readWordPackage(openZip(bytes));
}

/** Reads a Word file whose zip directory is open already. */
export function readWordPackage(zip: ZipFile): SourceDocument {
  const main = openMainPart(zip);
  const styles = readStyles(main.related('styles'));
  const lists = readNumbering(main.related('numbering'), (style) => styles.paragraph(style).paragraph.listId);
  const word = new WordReading(styles, new ListCounter(lists));
  const body = readBody(main, word);
  const notes = new Map([
    ...readNotes('footnote', main.related('footnotes'), word),
    ...readNotes('endnote', main.related('endnotes'), word),
  ]);
  const source = layLines('docx', [...body, ...notesInOrder(word.notes, notes)]);
  if (!source.lines.some((line) => line.trim() !== '')) throw new Refusal('empty');
  return source;
}

function readBody(main: OfficePart, word: WordReading): LooseBlock[] {
  const { xml } = main;
  let body: LooseBlock[] | undefined;
  if (xml.next() !== 'open' || xml.name !== 'w:document') throw new Refusal('damaged');
  xml.eachChild((name) => {
    if (name === 'w:body') body ??= readBlocks(xml, word);
  });
  // Whatever stands behind the closing tag must be nothing.
  if (body === undefined || xml.next() !== 'end') throw new Refusal('damaged');
  return body;
}
