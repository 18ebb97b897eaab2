import type { Paragraph } from '#platform/docread/document.ts';
import { readAxis } from './axis.ts';
import { bare } from './letters.ts';
import { isAnnexMark, type Label, labelOf, readLabel } from './numbering.ts';
import { leadOf } from './section-titles.ts';

/** The axis or unit that the words above a list give it: "PHỤ LỤC II — CẢI CÁCH THỂ CHẾ". */
export interface Caption {
  label: Label | undefined;
  text: string;
  line: number;
  /** True behind the mark of an annex: a list of its own, whatever its header. */
  isAnnex: boolean;
}

const NEAREST = 5;
const LONGEST = 140;
const ANNEX_NUMBER = /^(?:phu luc|bieu|phu bieu|bieu so)(?: so)?\s*:?\s*([ivx]{1,5}|\d{1,2})\b[\s.:-]*/;
const GOES_ON = /\btiep(?: theo)?\b/;

/** The caption above a table: a title of an axis, numbered or behind the mark of an annex, among the last lines. */
export function captionOf(above: readonly Paragraph[]): Caption | undefined {
  const near = above.slice(-NEAREST);
  const mark = near.findLastIndex(({ text }) => isAnnexMark(text) && !GOES_ON.test(bare(text)));
  if (mark >= 0) return annexCaption(near.slice(mark));
  for (const paragraph of near.toReversed()) {
    const text = paragraph.label ? `${paragraph.label} ${paragraph.text}` : paragraph.text;
    const label = readLabel(text);
    const numbered = label && ['roman', 'letter-upper', 'number'].includes(label.kind);
    if (numbered && text.length < LONGEST && groups(label.rest))
      return { label, text: label.rest, line: paragraph.line, isAnnex: false };
  }
  return undefined;
}

/** True for a title that groups tasks: by axis, or by the unit that is charged. */
function groups(title: string): boolean {
  return readAxis(title) !== null || leadOf(title).length > 0;
}

/** The number of the annex and its title, on the same line or below. */
function annexCaption(lines: readonly Paragraph[]): Caption | undefined {
  const [mark, ...below] = lines;
  if (!mark) return undefined;
  const number = ANNEX_NUMBER.exec(bare(mark.text));
  const rest = mark.text.slice(number?.[0].length ?? mark.text.length).trim();
  const title = rest === '' ? below.find(({ text }) => !text.startsWith('(')) : { ...mark, text: rest };
  if (!title || title.text.length > LONGEST || !groups(title.text)) return undefined;
  const code = number?.[1]?.toUpperCase() ?? '';
  return { label: labelOf(code, title.text), text: title.text, line: title.line, isAnnex: true };
}
