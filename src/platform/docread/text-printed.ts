import { lineOf, type PrintedLine } from './pdf-lines.ts';
import type { PageWord } from './pdf-page.ts';
import type { LaidLine } from './text-leaves.ts';

/** Points, as if the text were printed in letters of 10 points. */
const SIZE = 10;
const COLUMN = 5;
const LEADING = 12;
const SPACE = 2.5;
const NARROW = 3;
const USUAL = 4.8;
const CAPITAL = 6.8;
const WIDE = 8;

/**
 * The line as a page shows it. Lines of one text are as wide as their letters are in print, for that tells whether a
 * line was full; where texts stand side by side each character takes its column.
 */
export function toPrinted({ segments, at, leaf }: LaidLine): PrintedLine {
  const isAlone = segments.length === 1;
  const words: PageWord[] = [];
  for (const { text, start } of segments) {
    let left = start * COLUMN;
    for (const word of text.split(' ')) {
      const right = left + (isAlone ? printedWidth(word) : word.length * COLUMN);
      const looks = { size: SIZE, bold: false, italic: false, spaced: true };
      words.push({ text: word, left, right, baseline: at * LEADING, ...looks });
      left = right + (isAlone ? SPACE : COLUMN);
    }
  }
  return lineOf(words, leaf);
}

function printedWidth(word: string): number {
  let width = 0;
  for (const letter of word.normalize('NFD').replace(/\p{M}/gu, '')) width += letterWidth(letter);
  return width;
}

function letterWidth(letter: string): number {
  if (/[ijltfrI.,;:'()\-!|/]/.test(letter)) return NARROW;
  if (/[mwMW%]/.test(letter)) return WIDE;
  return /\p{Lu}/u.test(letter) ? CAPITAL : USUAL;
}
