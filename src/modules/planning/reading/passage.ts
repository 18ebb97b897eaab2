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
  let broken: Passage | undefined;
  let inFootnote = false;
  for (const paragraph of paragraphs) {
    const text = printed(paragraph);
    if (text === '') continue;
    const label = readLabel(text);
    const startsFootnote = FOOTNOTE_START.test(text);
    if (!startsFootnote && label === undefined && broken && startsMidSentence(text)) {
      repairs.push(joinRepair(broken, text, paragraph.line, inFootnote));
      broken.text = `${broken.text} ${text}`;
      broken.line.push(paragraph.line);
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
