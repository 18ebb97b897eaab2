import type { PageWord } from './pdf-page.ts';

/** Words that stand side by side on one baseline. */
export interface PrintedLine {
  readonly kind: 'line';
  readonly words: readonly PageWord[];
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Page on which it stands, from 0. */
  readonly page: number;
}

const SAME_BASELINE = 0.45;
const GLUED = 0.08;

/** Gathers words into lines, from top to bottom; raised and lowered signs belong to the line beside them. */
export function linesOf(words: readonly PageWord[], page: number): PrintedLine[] {
  const groups: { baseline: number; size: number; words: PageWord[] }[] = [];
  for (const word of words.toSorted((a, b) => a.baseline - b.baseline)) {
    const last = groups.at(-1);
    if (last && word.baseline - last.baseline < SAME_BASELINE * Math.max(last.size, word.size)) {
      last.words.push(word);
      // A mark raised over the line begins the group, but the line stands where its letters stand.
      if (word.size > last.size) Object.assign(last, { baseline: word.baseline, size: word.size });
    } else groups.push({ baseline: word.baseline, size: word.size, words: [word] });
  }
  return groups.map((group) => lineOf(group.words, page));
}

/** One line of the given words, which stand on one baseline. */
export function lineOf(words: readonly PageWord[], page: number): PrintedLine {
  const ordered = words.toSorted((a, b) => a.left - b.left);
  const main = ordered.reduce((widest, word) => (word.size > widest.size ? word : widest));
  return {
    kind: 'line',
    words: ordered,
    text: textOf(ordered),
    left: Math.min(...ordered.map((word) => word.left)),
    right: Math.max(...ordered.map((word) => word.right)),
    baseline: main.baseline,
    size: main.size,
    bold: ordered.every((word) => word.bold),
    italic: ordered.every((word) => word.italic),
    page,
  };
}

/** Parts of a line between gaps wider than `gap` times its letters. */
export function segmentsOf(line: PrintedLine, gap: number): PrintedLine[] {
  const parts: PageWord[][] = [];
  let right = -Infinity;
  for (const word of line.words) {
    const part = parts.at(-1);
    if (part && word.left - right < gap * line.size) part.push(word);
    else parts.push([word]);
    right = Math.max(right, word.right);
  }
  return parts.map((words) => lineOf(words, line.page));
}

function textOf(words: readonly PageWord[]): string {
  let text = '';
  let right = Infinity;
  for (const word of words) {
    const glued = !word.spaced && word.left - right < GLUED * word.size;
    text += text === '' || glued ? word.text : ` ${word.text}`;
    right = word.right;
  }
  return text.normalize('NFC');
}
