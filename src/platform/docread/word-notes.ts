import type { LooseBlock } from './loose-blocks.ts';
import { readBlocks } from './word-body.ts';
import type { WordReading } from './word-reading.ts';
import type { XmlReader } from './xml-reader.ts';

export type NoteKind = 'footnote' | 'endnote';

/** Reads the notes part of one kind: the blocks of each note by its key ("footnote 3"), separators included. */
export function readNotes(
  kind: NoteKind,
  xml: XmlReader | undefined,
  word: WordReading,
): ReadonlyMap<string, readonly LooseBlock[]> {
  const notes = new Map<string, readonly LooseBlock[]>();
  if (xml?.next() !== 'open') return notes;
  xml.eachChild((name) => {
    if (name !== `w:${kind}`) return;
    const key = `${kind} ${xml.attribute('id') ?? ''}`;
    notes.set(key, readBlocks(xml, word));
  });
  return notes;
}

/** The notes that the text refers to, in the order of the references; the first paragraph of each is labelled "[n]". */
export function notesInOrder(
  references: ReadonlySet<string>,
  notes: ReadonlyMap<string, readonly LooseBlock[]>,
): LooseBlock[] {
  const ordered: LooseBlock[] = [];
  let number = 0;
  for (const reference of references) {
    const blocks = notes.get(reference);
    if (blocks === undefined) continue;
    number++;
    const first = blocks.find((block) => block.kind === 'paragraph' && block.text !== '');
    for (const block of blocks) {
      if (block.kind === 'table') ordered.push(block);
      else ordered.push({ ...block, note: true, ...(block === first ? { label: `[${number}]` } : {}) });
    }
  }
  return ordered;
}
