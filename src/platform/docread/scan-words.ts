import type { PageWord } from './pdf-page.ts';

/** Columns of the table that tesseract prints ("tsv"), in their order. */
const COLUMNS = [
  'level',
  'page',
  'block',
  'paragraph',
  'line',
  'word',
  'left',
  'top',
  'width',
  'height',
] as const;
const CONFIDENCE = COLUMNS.length;
const TEXT = CONFIDENCE + 1;
const WORD_LEVEL = 5;
const LEAST_CONFIDENCE = 20;
const LETTERS_BELOW = /[gjpqyQ,;()[\]/|]/u;
const SIZE_OF_HEIGHT = 1.05;
const STRAY = 0.6;

interface Box {
  readonly text: string;
  readonly line: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The words that tesseract recognised, from the table that it prints, in points; `scale` is dots for each point.
 *
 * Heights of boxes follow the letters in them, so one size stands for the page and each line has one baseline.
 */
export function wordsOfTsv(tsv: string, scale: number): PageWord[] {
  const boxes = tsv.split('\n').flatMap((row) => boxOf(row) ?? []);
  const size = SIZE_OF_HEIGHT * median(boxes.map(({ top, bottom }) => bottom - top));
  const lines = new Map<string, Box[]>();
  for (const box of boxes) lines.set(box.line, [...(lines.get(box.line) ?? []), box]);
  const words: PageWord[] = [];
  for (const line of lines.values()) {
    const standing = line.filter(({ text }) => !LETTERS_BELOW.test(text));
    const baseline = median((standing.length > 0 ? standing : line).map(({ bottom }) => bottom));
    for (const [index, { text, left, right, bottom }] of line.entries()) {
      const own = Math.abs(bottom - baseline) > STRAY * size ? bottom : baseline;
      words.push({
        text: index === 0 ? mendedLabel(text, line[1]?.text) : text,
        left: left / scale,
        right: right / scale,
        baseline: own / scale,
        size: size / scale,
        bold: false,
        italic: false,
        spaced: true,
      });
    }
  }
  return words;
}

/** One word; undefined for a row of another level, a guess, and the remains of a drawn line. */
function boxOf(row: string): Box | undefined {
  const cells = row.split('\t');
  const [level, , block, paragraph, line, , left = 0, top = 0, width = 0, height = 0] = cells
    .slice(0, COLUMNS.length)
    .map(Number);
  const text = (cells[TEXT] ?? '').replace(/^[|_~]+(?=.)|(?<=.)[|_~]+$/gu, '').trim();
  if (level !== WORD_LEVEL || !(Number(cells[CONFIDENCE]) >= LEAST_CONFIDENCE)) return undefined;
  if (text === '' || /^[|_~\\[\]{}¬]+$/u.test(text)) return undefined;
  return {
    text,
    line: `${block} ${paragraph} ${line}`,
    left,
    right: left + width,
    top,
    bottom: top + height,
  };
}

/**
 * The number at the head of a line, put right where its letters were taken for others: "HI." for "III.", "2," for "2.".
 */
function mendedLabel(text: string, next: string | undefined): string {
  if (next !== undefined && !/^\p{Lu}/u.test(next)) return text;
  if (/^\d{1,2},$/.test(text) && next !== undefined) return text.replace(',', '.');
  const [, letters = '', mark = ''] = /^([IVXHil|]{1,6})([.,)!]?)$/.exec(text) ?? [];
  const roman = letters.replaceAll('H', 'II').replace(/[il|]/g, 'I');
  if (roman === letters || !/^(?:X{0,2})(?:IX|IV|V?I{0,3})$/.test(roman)) return text;
  return `${roman}${mark.replace(/[,!]/, next === undefined ? '' : '.')}`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
