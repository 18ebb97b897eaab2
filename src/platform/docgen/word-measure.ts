import type { Look } from './page-layout.ts';

const POINTS_PER_INCH = 72;
const MM_PER_INCH = 25.4;

/** Widths of the letters of Times in parts of the type size: the mean of each group. */
const EM = { space: 0.25, upper: 0.7, digit: 0.5, other: 0.45 } as const;
const BOLD = 1.05;

/** Twentieths of a point, the unit of Word. */
export function twips(mm: number): number {
  return Math.round((mm / MM_PER_INCH) * POINTS_PER_INCH * 20);
}

/** About how wide the longest line of a text stands, in mm: near enough to centre a rule under it. */
export function roughWidthMm(text: string, look: Look): number {
  const widest = Math.max(...text.split('\n').map(lineWidthEm));
  return (widest * look.sizePt * (look.bold ? BOLD : 1) * MM_PER_INCH) / POINTS_PER_INCH;
}

function lineWidthEm(line: string): number {
  let width = 0;
  for (const letter of line) {
    if (letter === ' ') width += EM.space;
    else if (/\d/.test(letter)) width += EM.digit;
    else if (/\p{Lu}/u.test(letter)) width += EM.upper;
    else width += EM.other;
  }
  return width;
}
