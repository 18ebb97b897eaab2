import type { ByteView } from './byte-view.ts';

/** One change of a property: which one, and the place of its value. */
export interface Sprm {
  readonly code: number;
  /** The value without the byte or two that count its bytes. */
  readonly value: ByteView;
}

/** Bytes of a value by the three highest bits of its code; the seventh kind counts its own. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3];
const TABLE_DEFINITION = 0xd608;
const OLD_TABLE_DEFINITION = 0xd606;

/** Reads a list of property changes up to its end, or up to where it no longer makes sense. */
export function readSprms(list: ByteView): Sprm[] {
  const sprms: Sprm[] = [];
  for (let at = 0; at + 2 <= list.length; ) {
    const code = list.u16(at);
    at += 2;
    let size = SIZES[code >> 13] ?? 0;
    if (code === TABLE_DEFINITION || code === OLD_TABLE_DEFINITION) {
      if (at + 2 > list.length) break;
      // The only value that is counted by two bytes, and one too many.
      size = list.u16(at) - 1;
      at += 2;
    } else if (code >> 13 === 6) {
      if (at + 1 > list.length) break;
      size = list.u8(at);
      at += 1;
    }
    if (size < 0 || at + size > list.length) break;
    sprms.push({ code, value: list.part(at, at + size) });
    at += size;
  }
  return sprms;
}
