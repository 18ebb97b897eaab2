import { foldText } from './fold-text.ts';
import type { LooseParagraph } from './loose-blocks.ts';
import type { PrintedLine } from './pdf-lines.ts';

/** The edges between which lines were set. */
export interface Measure {
  readonly left: number;
  readonly right: number;
}

const SPACE_WIDTH = 0.24;
const SLACK = 0.25;
const INDENT = 0.7;
const NEW_PARAGRAPH_GAP = 1.3;
// Short paragraphs may leave few lines that follow one another inside one.
const SHARE_OF_WRAPS = 0.1;
const CENTRED = 0.6;
const BROKEN_WORD = 0.7;
const SLIGHTLY_MORE = 1.12;

const BEGINS_ITEM = /^(?:[-–+•*▪➢]|\d{1,3}(?:\.\d{1,3})*[.)]|[a-zđ]\)|[IVX]{1,5}\.)(?:\s|$)/u;
const SENTENCE_END = /[.;:!?…]["”)]*$/u;

/** Joins lines into paragraphs as they were before a program broke them at the right edge. */
export function paragraphLines(lines: readonly PrintedLine[], measure: Measure): PrintedLine[][] {
  const paragraphs: PrintedLine[][] = [];
  const leading = leadingOf(lines);
  for (const line of lines) {
    const open = paragraphs.at(-1);
    const last = open?.at(-1);
    if (open && last && goesOn(open, last, line, measure, leading)) open.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

/** The paragraphs of a cell, one in a line. */
export function cellText(lines: readonly PrintedLine[], measure: Measure): string {
  return paragraphLines(lines, measure)
    .map((paragraph) => foldText(joinText(paragraph, measure)))
    .join('\n');
}

/** One paragraph with what its lines show of its looks. */
export function toParagraph(lines: readonly PrintedLine[], measure: Measure): LooseParagraph {
  const isBold = lines.every((line) => line.bold);
  const isItalic = lines.every((line) => line.italic);
  return {
    kind: 'paragraph',
    text: foldText(joinText(lines, measure)),
    ...(isBold ? { bold: true } : {}),
    ...(isItalic ? { italic: true } : {}),
    ...(lines.every((line) => isCentred(line, measure)) ? { align: 'center' as const } : {}),
  };
}

/** True when `line` is the next line of the paragraph that `last` ends so far. */
function goesOn(
  paragraph: readonly PrintedLine[],
  last: PrintedLine,
  line: PrintedLine,
  measure: Measure,
  leading: number,
): boolean {
  const size = Math.max(last.size, line.size);
  const step = last.page === line.page ? line.baseline - last.baseline : 0;
  if (step > Math.max(NEW_PARAGRAPH_GAP * leading, size)) return false;
  if (Math.abs(last.size - line.size) > 0.15 * size || changesLook(last, line)) return false;
  // Whatever room there was: a small letter in mid-sentence begins nothing.
  if (/^\p{Ll}/u.test(line.text) && !SENTENCE_END.test(last.text)) return true;
  if (hadRoom(last, line, measure)) return false;
  if (mayBegin(line) && SENTENCE_END.test(last.text) && isLoose(paragraph, step, measure, leading))
    return false;
  if (isCentred(last, measure) && isCentred(line, measure)) return true;
  if (BEGINS_ITEM.test(line.text) && SENTENCE_END.test(last.text)) return false;
  const hangs = paragraph.length === 1 && BEGINS_ITEM.test(last.text) && line.left > last.left;
  const begins = paragraph.length === 1 ? measure.left : last.left;
  return hangs || line.left - begins < INDENT * size;
}

function mayBegin({ text }: PrintedLine): boolean {
  return /^[^\p{Ll}]/u.test(text);
}

/**
 * True where a full line that ends a sentence rather ends its paragraph: a little more room below it, or the end of a
 * page in a text that does not show its paragraphs by indents.
 */
function isLoose([first]: readonly PrintedLine[], step: number, measure: Measure, leading: number): boolean {
  if (step > 0) return step > SLIGHTLY_MORE * leading;
  return first !== undefined && first.left - measure.left < INDENT * first.size;
}

/** True where bold or slanted letters end or begin with the line. */
function changesLook(last: PrintedLine, line: PrintedLine): boolean {
  return (['bold', 'italic'] as const).some((look) => {
    const [above, below] = [last, line].map(({ words }) => words.filter((word) => word[look]).length);
    return (above === last.words.length && below === 0) || (above === 0 && below === line.words.length);
  });
}

/** True when the first word of `line` had room behind `last`: the line was ended on purpose. */
export function hadRoom(last: PrintedLine, line: PrintedLine, measure: Measure): boolean {
  const [word] = line.words;
  if (!word) return false;
  const wanted = SPACE_WIDTH * last.size + (word.right - word.left);
  const room = isCentred(last, measure)
    ? measure.right - measure.left - (last.right - last.left)
    : measure.right - last.right;
  return wanted < room - SLACK * last.size;
}

/** True for a line set in the middle, as far from one edge as from the other. */
export function isCentred(line: PrintedLine, { left, right }: Measure): boolean {
  const [before, behind] = [line.left - left, right - line.right];
  return before > line.size && Math.abs(before - behind) < CENTRED * line.size;
}

/** The usual distance of two lines. */
function leadingOf(lines: readonly PrintedLine[]): number {
  const steps = lines.flatMap((line, index) => {
    const above = lines[index - 1];
    const step = above?.page === line.page ? line.baseline - above.baseline : 0;
    return step > 0 && step < 2.5 * line.size ? [step] : [];
  });
  steps.sort((a, b) => a - b);
  return steps[Math.floor(steps.length * SHARE_OF_WRAPS)] ?? 0;
}

/** Lines of one paragraph as one text; a word that was broken at the end of a line is whole again. */
function joinText(lines: readonly PrintedLine[], measure: Measure): string {
  return lines.reduce((joined, line, index) => {
    const last = lines[index - 1];
    if (last === undefined) return line.text;
    return endsInWord(last, line, measure) ? `${joined}${line.text}` : `${joined} ${line.text}`;
  }, '');
}

/** A hyphen inside a word ("HĐND-UBND") may end a line, and so may any letter of a word wider than its column. */
function endsInWord(last: PrintedLine, line: PrintedLine, { left, right }: Measure): boolean {
  if (/\p{L}-$/u.test(last.text)) return true;
  const fills = last.right - last.left > right - left - BROKEN_WORD * last.size;
  return fills && last.words.length === 1 && isBroken(last.text, line.text);
}

/** True for the two parts of a figure, and for those of a syllable: its vowel stands in one of them only. */
function isBroken(before: string, behind: string): boolean {
  if (/[\d/]$/.test(before) && /^\d/.test(behind)) return true;
  const rest = /^\p{Ll}+/u.exec(behind)?.[0];
  return rest !== undefined && /^\p{L}\p{Ll}*$/u.test(before) && hasVowel(before) !== hasVowel(rest);
}

function hasVowel(letters: string): boolean {
  return /[aeiouy]/i.test(letters.normalize('NFD'));
}
