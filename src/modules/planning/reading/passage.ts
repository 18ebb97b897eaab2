import type { Paragraph } from '#platform/docread/document.ts';
import { oneLine, startsMidSentence } from './letters.ts';
import { type Label, readLabel } from './numbering.ts';
import type { Repair } from './plan-reading.ts';

/** One paragraph of prose, mended over page breaks, with its place in the outline. */
export interface Passage {
  text: string;
  line: number[];
  /** Where it stands: "II.3.2"; empty before the first heading. */
  where: string;
  label?: Label;
  heading: boolean;
  footnote: boolean;
}

const SENTENCE_END = /[.;:!?…]["”)\]]*$|\/\.$/u;
const FOOTNOTE_START = /^(?:[¹²³⁴⁵⁶⁷⁸⁹]|\[\d{1,2}\])\s*/u;
const LONGEST_HEADING = 170;

/** Turns paragraphs into passages: broken sentences joined, footnotes set apart, each with its outline code. */
export function readPassages(paragraphs: readonly Paragraph[], repairs: Repair[]): Passage[] {
  const passages: Passage[] = [];
  const width = printWidth(paragraphs);
  let broken: Passage | undefined;
  let last: Paragraph | undefined;
  let inFootnote = false;
  for (const paragraph of paragraphs) {
    const text = printed(paragraph);
    if (text === '') continue;
    const label = readLabel(text);
    const startsFootnote = FOOTNOTE_START.test(text);
    const above = last;
    last = paragraph;
    const isLabelled = startsFootnote || label !== undefined;
    const goesOn = startsMidSentence(text) || isNextLine(above, paragraph, width);
    if (!isLabelled && broken && goesOn) {
      if (width === 0) repairs.push(joinRepair(broken, text, paragraph.line, inFootnote));
      broken.text = `${broken.text} ${text}`;
      broken.line.push(paragraph.line);
      if (broken.label) broken.label = readLabel(broken.text) ?? broken.label;
      broken.heading = isHeading(broken.text, broken.label);
      if (SENTENCE_END.test(broken.text)) broken = undefined;
      inFootnote = false;
      continue;
    }
    if (startsFootnote) inFootnote = true;
    else if (label !== undefined && label.kind !== 'dash' && label.kind !== 'plus') inFootnote = false;
    const passage: Passage = {
      text: startsFootnote ? text.replace(FOOTNOTE_START, '') : text,
      line: [paragraph.line],
      where: '',
      heading: isHeading(text, label),
      footnote: inFootnote,
      ...(label ? { label } : {}),
    };
    passages.push(passage);
    if (!inFootnote) broken = SENTENCE_END.test(text) ? undefined : passage;
  }
  placeInOutline(passages);
  return passages;
}

const FEWEST_WRAPPED = 5;
const NEARLY_FULL = 0.85;

/**
 * The width of the page in letters, for a text whose sentences run over neighbouring lines; 0 for any other.
 *
 * There a line that is nearly full goes on in the next one, whatever letter that begins with.
 */
function printWidth(paragraphs: readonly Paragraph[]): number {
  const wrapped = paragraphs.filter((paragraph, index) => {
    const next = paragraphs[index + 1];
    return (
      next?.line === paragraph.line + 1 && startsMidSentence(next.text) && !SENTENCE_END.test(paragraph.text)
    );
  });
  const lengths = wrapped.map(({ text }) => text.length).toSorted((a, b) => a - b);
  return lengths.length < FEWEST_WRAPPED ? 0 : (lengths[Math.floor(lengths.length / 2)] ?? 0);
}

function isNextLine(above: Paragraph | undefined, paragraph: Paragraph, width: number): boolean {
  return (
    width > 0 &&
    above?.line === paragraph.line - 1 &&
    above.text.length >= width * NEARLY_FULL &&
    above.text.length <= width * 1.5
  );
}

function printed(paragraph: Paragraph): string {
  const text = oneLine(paragraph.text);
  return paragraph.label && text !== '' ? `${paragraph.label} ${text}` : text;
}

function joinRepair(broken: Passage, text: string, line: number, overFootnote: boolean): Repair {
  return {
    where: '',
    kind: overFootnote ? 'footnote' : 'page-break',
    damage: `${broken.text.slice(-40)} / ${text.slice(0, 40)}`,
    repair: `${broken.text.slice(-40)} ${text.slice(0, 40)}`,
    line: [...broken.line, line],
  };
}

function isHeading(text: string, label: Label | undefined): boolean {
  if (label === undefined || label.kind === 'dash' || label.kind === 'plus') return false;
  if (text.length > LONGEST_HEADING || label.rest === '') return false;
  return label.kind === 'roman' || label.kind === 'letter-upper' || !/[.;]$/.test(text);
}

/** Gives each passage its code from the numbered passages above it: roman, then number or decimal, then letter. */
function placeInOutline(passages: Passage[]): void {
  let part = '';
  let number = '';
  let letter = '';
  for (const passage of passages) {
    const label = passage.label;
    if (label && !passage.footnote) {
      if (label.kind === 'roman' || label.kind === 'letter-upper')
        [part, number, letter] = [label.code, '', ''];
      else if (label.kind === 'number' || label.kind === 'decimal') [number, letter] = [label.code, ''];
      else if (label.kind === 'letter') letter = label.code;
    }
    passage.where = [part, number, letter].filter((code) => code !== '').join('.');
  }
}
