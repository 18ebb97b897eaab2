import type { ByteView } from './byte-view.ts';
import { MAX_CHARACTERS } from './limits.ts';
import { Refusal } from './refusal.ts';

/** A place in the table stream. */
export interface Extent {
  readonly from: number;
  readonly size: number;
}

/** The parts of a document's text, in the order in which they follow one another. */
export interface TextLengths {
  readonly main: number;
  readonly footnotes: number;
  readonly headers: number;
  readonly comments: number;
  readonly endnotes: number;
}

/** What the head of an old Word file says: where everything else lies. */
export interface DocHead {
  readonly tableStream: '0Table' | '1Table';
  readonly lengths: TextLengths;
  /** Characters of all parts together. */
  readonly length: number;
  extent(name: keyof typeof EXTENTS): Extent;
}

const WORD_97 = 0xa5ec;
/** Word 6 and 95 keep their text in code pages, one for each font. */
const FIRST_UNICODE_VERSION = 0xc0;

const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;

/** Numbers of the pairs of offset and size in the head, by what they lead to. */
const EXTENTS = {
  styles: 1,
  footnoteMarks: 2,
  footnoteTexts: 3,
  characterRuns: 12,
  paragraphRuns: 13,
  pieces: 33,
  endnoteMarks: 46,
  endnoteTexts: 47,
  listDefinitions: 73,
  listUses: 74,
} as const;

const FIRST_EXTENT = 154;

/** Reads the head of the main stream. Refuses older versions (`format-not-yet`) and files under a password. */
export function readDocHead(main: ByteView): DocHead {
  if (main.length < FIRST_EXTENT) throw new Refusal('damaged');
  if (main.u16(0) !== WORD_97 || main.u16(2) < FIRST_UNICODE_VERSION) throw new Refusal('format-not-yet');
  const flags = main.u16(10);
  if ((flags & ENCRYPTED) !== 0) throw new Refusal('password-protected');
  const lengths = {
    main: main.u32(76),
    footnotes: main.u32(80),
    headers: main.u32(84),
    comments: main.u32(92),
    endnotes: main.u32(96),
  };
  const length = Object.values(lengths).reduce((sum, part) => sum + part, 0);
  if (length > MAX_CHARACTERS) throw new Refusal('too-long');
  return {
    tableStream: (flags & SECOND_TABLE) === 0 ? '0Table' : '1Table',
    lengths,
    length,
    extent(name) {
      const at = FIRST_EXTENT + EXTENTS[name] * 8;
      return { from: main.u32(at), size: main.u32(at + 4) };
    },
  };
}
