import type { ByteView } from './byte-view.ts';
import type { Extent } from './doc-fib.ts';
import { Refusal } from './refusal.ts';

/** A stretch of text that lies in one piece in the main stream. */
export interface Piece {
  /** Characters of the document, the end excluded. */
  readonly from: number;
  readonly to: number;
  /** Where its bytes begin. */
  readonly at: number;
  readonly bytesPerCharacter: 1 | 2;
}

/** The text of a document, put together from its pieces, and where each character lies in the file. */
export interface DocText {
  readonly characters: string;
  readonly pieces: readonly Piece[];
  /** The place of a character in the main stream. */
  placeOf(character: number): number;
}

const PROPERTY_CHANGES = 1;
const PIECE_TABLE = 2;
const IN_CODE_PAGE = 0x40000000;
const PIECE_SIZE = 8;

/** Reads the first `length` characters of a document by its piece table. */
export function readDocText(main: ByteView, table: ByteView, extent: Extent, length: number): DocText {
  const pieces = readPieces(pieceTable(table.part(extent.from, extent.from + extent.size)), length);
  const codePage = new TextDecoder('windows-1252');
  let characters = '';
  for (const { from, to, at, bytesPerCharacter } of pieces) {
    characters +=
      bytesPerCharacter === 2
        ? main.utf16(at, to - from)
        : codePage.decode(main.part(at, at + to - from).bytes());
  }
  if (characters.length < length) throw new Refusal('truncated');
  return {
    characters,
    pieces,
    placeOf(character) {
      const piece = pieces[lastBegun(pieces, character)];
      return piece === undefined ? 0 : piece.at + (character - piece.from) * piece.bytesPerCharacter;
    },
  };
}

/** Index of the last of some stretches, in order, that begins at or before a place; -1 where none does. */
export function lastBegun(stretches: readonly { readonly from: number }[], place: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.from ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function pieceTable(area: ByteView): ByteView {
  for (let at = 0; at < area.length; ) {
    const kind = area.u8(at);
    if (kind === PIECE_TABLE) return area.part(at + 5, at + 5 + area.u32(at + 1));
    if (kind !== PROPERTY_CHANGES) break;
    at += 3 + area.u16(at + 1);
  }
  throw new Refusal('damaged');
}

function readPieces(table: ByteView, length: number): Piece[] {
  const count = Math.floor((table.length - 4) / (4 + PIECE_SIZE));
  const pieces: Piece[] = [];
  let from = 0;
  for (let index = 0; index < count && from < length; index++) {
    const to = Math.min(length, table.u32((index + 1) * 4));
    if (table.u32(index * 4) !== from || to < from) throw new Refusal('damaged');
    const place = table.u32((count + 1) * 4 + index * PIECE_SIZE + 2);
    const isInCodePage = (place & IN_CODE_PAGE) !== 0;
    const at = place & 0x3fffffff;
    if (to > from) {
      pieces.push({ from, to, at: isInCodePage ? at / 2 : at, bytesPerCharacter: isInCodePage ? 1 : 2 });
    }
    from = to;
  }
  return pieces;
}
