import type { ByteView } from './byte-view.ts';
import type { Extent } from './doc-fib.ts';
import { readSprms, type Sprm } from './doc-sprms.ts';

/** What paragraph styles change, by the number of the style, with all that it is based on first. */
export type DocStyles = (style: number) => readonly Sprm[];

interface WrittenStyle {
  readonly basedOn: number;
  readonly sprms: readonly Sprm[];
}

const PARAGRAPH_STYLE = 1;
/** Alignment, outline level, list and its level: see `readDocParagraph`. */
const OF_INTEREST = new Set([0x2403, 0x2461, 0x2640, 0x260a, 0x460b]);
const LONGEST_ANCESTRY = 32;
const HEAD_OF_SHEET = 2;

/** Reads the style sheet of an old Word file. */
export function readDocStyles(table: ByteView, extent: Extent): DocStyles {
  const styles = readSheet(table.part(extent.from, extent.from + extent.size));
  const resolved = new Map<number, readonly Sprm[]>();
  return (style) => {
    const known = resolved.get(style);
    if (known !== undefined) return known;
    const chain: WrittenStyle[] = [];
    for (
      let next = styles[style];
      next !== undefined && chain.length < LONGEST_ANCESTRY;
      next = styles[next.basedOn]
    )
      chain.push(next);
    // The last change of each property counts.
    const changes = new Map(chain.reverse().flatMap(({ sprms }) => sprms.map((sprm) => [sprm.code, sprm])));
    resolved.set(style, [...changes.values()]);
    return [...changes.values()];
  };
}

function readSheet(sheet: ByteView): (WrittenStyle | undefined)[] {
  if (sheet.length < HEAD_OF_SHEET + 4) return [];
  const headSize = sheet.u16(0);
  const count = sheet.u16(HEAD_OF_SHEET);
  const fixedSize = sheet.u16(HEAD_OF_SHEET + 2);
  const styles: (WrittenStyle | undefined)[] = [];
  let at = HEAD_OF_SHEET + headSize;
  for (let index = 0; index < count && at + 2 <= sheet.length; index++) {
    const size = sheet.u16(at);
    styles.push(size === 0 ? undefined : readStyle(sheet.part(at + 2, at + 2 + size), fixedSize));
    at += 2 + size;
  }
  return styles;
}

function readStyle(style: ByteView, fixedSize: number): WrittenStyle | undefined {
  const kindAndBase = style.u16(2);
  if ((kindAndBase & 15) !== PARAGRAPH_STYLE) return undefined;
  // The name: its length, its letters, a zero. Then the changes to paragraphs, behind their size.
  const changes = fixedSize + 2 + style.u16(fixedSize) * 2 + 2;
  const from = changes + (changes % 2);
  if (from + 4 > style.length) return { basedOn: kindAndBase >> 4, sprms: [] };
  const size = Math.max(2, style.u16(from));
  const sprms = readSprms(style.part(from + 4, Math.min(style.length, from + 2 + size)));
  return { basedOn: kindAndBase >> 4, sprms: sprms.filter(({ code }) => OF_INTEREST.has(code)) };
}
