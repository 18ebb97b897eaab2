import type { ByteView } from './byte-view.ts';
import type { DocHead } from './doc-fib.ts';
import { type DocSource, readStory } from './doc-story.ts';
import { MAX_PARAGRAPHS } from './limits.ts';
import type { LooseBlock } from './loose-blocks.ts';
import { Refusal } from './refusal.ts';

interface Note {
  /** The character at which the text refers to it. */
  readonly mark: number;
  readonly from: number;
  readonly to: number;
}

/** Reads the footnotes and endnotes in the order of their marks, the first paragraph of each labelled "[n]". */
export function readDocNotes(source: DocSource, head: DocHead, table: ByteView): LooseBlock[] {
  const { main, footnotes, headers, comments } = head.lengths;
  const notes = [
    ...placeNotes(head, table, 'footnote', main),
    ...placeNotes(head, table, 'endnote', main + footnotes + headers + comments),
  ].sort((a, b) => a.mark - b.mark);
  if (notes.length > MAX_PARAGRAPHS) throw new Refusal('too-long');
  return notes.flatMap(({ from, to }, index) => {
    const blocks = readStory(source, from, to);
    const first = blocks.find((block) => block.kind === 'paragraph' && block.text !== '');
    return blocks
      .filter((block) => block.kind === 'table' || block.text !== '')
      .map(
        (block): LooseBlock =>
          block.kind === 'table'
            ? block
            : { ...block, note: true, ...(block === first ? { label: `[${index + 1}]` } : {}) },
      );
  });
}

/** Where the notes of one kind stand in the text; `start` is where that kind begins. */
function placeNotes(head: DocHead, table: ByteView, kind: 'footnote' | 'endnote', start: number): Note[] {
  const marks = head.extent(`${kind}Marks`);
  const texts = head.extent(`${kind}Texts`);
  const length = head.lengths[`${kind}s`];
  // Each mark has a number of two bytes behind all the places, of which there is one more.
  const count = Math.min(Math.floor((marks.size - 4) / 6), Math.floor(texts.size / 4) - 1);
  if (length === 0 || count <= 0) return [];
  const clip = (place: number): number => start + Math.min(length, place);
  let end = start;
  return Array.from({ length: count }, (_, index) => {
    // Notes that overlap would be read again and again.
    const from = Math.max(end, clip(table.u32(texts.from + index * 4)));
    end = Math.max(from, clip(table.u32(texts.from + (index + 1) * 4)));
    return { mark: table.u32(marks.from + index * 4), from, to: end };
  });
}
