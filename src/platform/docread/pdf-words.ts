import type { PageWord } from './pdf-page.ts';
import type { PlacedGlyph } from './pdf-text-state.ts';
import { symbolCharacter } from './symbol-fonts.ts';

const GAP_OF_NEW_WORD = 0.17;
const GAP_INSIDE_SPACED_TEXT = 0.5;
const SHARE_OF_SPACES = 0.05;
const SAME_PLACE = 0.12;

const SPACE = /^\s+$/u;
const MARK = /^\p{M}+$/u;
const PRIVATE = /[\ue000-\uf8ff]/g;

// Accents that old fonts draw as letters of their own, over the letter before.
const DRAWN_ACCENTS: Readonly<Record<string, string>> = {
  '´': '\u0301',
  '`': '\u0300',
  ˆ: '\u0302',
  '˜': '\u0303',
  '˘': '\u0306',
  '̉': '\u0309',
};

interface WordDraft {
  text: string;
  left: number;
  right: number;
  baseline: number;
  size: number;
  bold: boolean;
  italic: boolean;
  spaced: boolean;
}

/**
 * Gathers glyphs that run from left to right into words: at spaces, and where a gap shows one that is not typed.
 *
 * Glyphs of any other direction (a stamp, a watermark) are left out; a letter drawn twice to look bold stands once.
 */
export function wordsOf(glyphs: readonly PlacedGlyph[]): PageWord[] {
  const level = glyphs.filter(isLevel);
  const spaces = level.filter(({ text }) => SPACE.test(text)).length;
  const gapInside = spaces > level.length * SHARE_OF_SPACES ? GAP_INSIDE_SPACED_TEXT : GAP_OF_NEW_WORD;
  const words: WordDraft[] = [];
  let open: WordDraft | undefined;
  let last: PlacedGlyph | undefined;
  let spaced = false;
  for (const glyph of level) {
    if (SPACE.test(glyph.text)) {
      open = undefined;
      spaced = true;
      continue;
    }
    if (last && isDrawnAgain(glyph, last)) {
      if (open) open.bold = true;
      continue;
    }
    last = glyph;
    const accent = open && accentOver(glyph, open);
    if (open && accent !== undefined) {
      open.text += accent;
      if (MARK.test(glyph.text)) open.right = Math.max(open.right, glyph.endX);
      continue;
    }
    const gap = glyph.starts ? GAP_OF_NEW_WORD : gapInside;
    if (!open || !follows(glyph, open, gap)) words.push((open = newWord(glyph, spaced)));
    else {
      open.text += textOf(glyph);
      open.right = Math.max(open.right, glyph.endX);
      open.bold &&= glyph.font.bold;
    }
    spaced = false;
  }
  return onceEach(words.map((word) => ({ ...word, text: word.text.normalize('NFC') })));
}

/** Drops a word drawn a second time over itself, and takes it for bold. */
function onceEach(words: readonly WordDraft[]): WordDraft[] {
  const drawn = new Map<string, WordDraft>();
  return words.filter((word) => {
    const near = SAME_PLACE * word.size;
    const [column, row] = [Math.round(word.left / near), Math.round(word.baseline / near)];
    for (const x of [column - 1, column, column + 1]) {
      for (const y of [row - 1, row, row + 1]) {
        const first = drawn.get(`${x} ${y} ${word.text}`);
        if (!first) continue;
        first.bold = true;
        return false;
      }
    }
    drawn.set(`${column} ${row} ${word.text}`, word);
    return true;
  });
}

function isLevel({ x, y, endX, endY, size }: PlacedGlyph): boolean {
  return size > 0.5 && size < 500 && endX >= x && Math.abs(endY - y) <= 0.1 * Math.max(endX - x, size * 0.2);
}

function newWord(glyph: PlacedGlyph, spaced: boolean): WordDraft {
  const { x, endX, y, size, font } = glyph;
  const { bold, italic } = font;
  return { text: textOf(glyph), left: x, right: endX, baseline: y, size, bold, italic, spaced };
}

function textOf({ text, font }: PlacedGlyph): string {
  return text.replace(PRIVATE, (sign) =>
    symbolCharacter(sign.charCodeAt(0), font.name.replace(/^[A-Z]{6}\+/, '')),
  );
}

function follows(glyph: PlacedGlyph, word: WordDraft, gap: number): boolean {
  const size = Math.max(word.size, glyph.size);
  const distance = glyph.x - word.right;
  return (
    Math.abs(glyph.y - word.baseline) < 0.1 * size &&
    Math.abs(glyph.size - word.size) < 0.2 * size &&
    distance < gap * size &&
    distance > -GAP_INSIDE_SPACED_TEXT * size
  );
}

function isDrawnAgain(glyph: PlacedGlyph, last: PlacedGlyph): boolean {
  const near = SAME_PLACE * glyph.size;
  return (
    glyph.text === last.text &&
    !MARK.test(glyph.text) &&
    Math.abs(glyph.x - last.x) < near &&
    Math.abs(glyph.y - last.y) < near
  );
}

/** The combining mark that a glyph adds to the letter under it; undefined for a glyph that stands by itself. */
function accentOver(glyph: PlacedGlyph, word: WordDraft): string | undefined {
  if (MARK.test(glyph.text)) return glyph.text;
  const mark = DRAWN_ACCENTS[glyph.text];
  return mark !== undefined && glyph.x < word.right - SAME_PLACE * word.size ? mark : undefined;
}
