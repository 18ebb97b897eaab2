import { lineOf, type PrintedLine } from './pdf-lines.ts';
import type { PageWord } from './pdf-page.ts';

/** A footnote: its number and the lines below it at the foot of its page. */
export interface PrintedNote {
  readonly number: string;
  readonly lines: PrintedLine[];
}

const RAISED = 0.12;
const SMALL = 0.8;
const OTHER_SIZE = 0.15;
const NOTE_LETTERS = 0.95;
const NUMBER = /^\d{1,2}$/;

/** Parts the lines of a page into its text and the notes at its foot; references to the notes leave the text. */
export function partNotes(lines: readonly PrintedLine[]): {
  readonly text: readonly PrintedLine[];
  readonly notes: readonly PrintedNote[];
} {
  const usual = usualSize(lines);
  let start = lines.length;
  for (const [index, line] of [...lines.entries()].toReversed()) {
    const note = noteStart(line);
    if ((note?.rest ?? line).size > NOTE_LETTERS * usual) break;
    if (note) start = index;
  }
  const notes: PrintedNote[] = [];
  for (const line of lines.slice(start)) {
    const note = noteStart(line);
    if (note) notes.push({ number: note.number, lines: [note.rest] });
    else notes.at(-1)?.lines.push(line);
  }
  const numbers = new Set(notes.map(({ number }) => number));
  return { text: lines.slice(0, start).map((line) => withoutReferences(line, numbers)), notes };
}

/** The number that a note begins with, told from its text by the size of its letters, and the rest of the line. */
function noteStart(line: PrintedLine): { number: string; rest: PrintedLine } | undefined {
  const [first, ...others] = line.words;
  if (!first || others.length === 0 || !NUMBER.test(first.text)) return undefined;
  const rest = lineOf(others, line.page);
  return Math.abs(first.size - rest.size) > OTHER_SIZE * rest.size ? { number: first.text, rest } : undefined;
}

function isRaisedNumber(word: PageWord, line: PrintedLine): boolean {
  return (
    NUMBER.test(word.text) &&
    word.size < SMALL * line.size &&
    line.baseline - word.baseline > RAISED * line.size
  );
}

function withoutReferences(line: PrintedLine, numbers: ReadonlySet<string>): PrintedLine {
  const kept = line.words.filter((word) => !(numbers.has(word.text) && isRaisedNumber(word, line)));
  return kept.length === line.words.length || kept.length === 0 ? line : lineOf(kept, line.page);
}

function usualSize(lines: readonly PrintedLine[]): number {
  const sizes = lines.map(({ size }) => size).toSorted((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}
