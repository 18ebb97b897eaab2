/** Words of one line with single spaces between them; wider gaps part one segment from the next. */
export interface Segment {
  readonly text: string;
  /** Columns of characters, from 0; `end` is the first behind it. */
  readonly start: number;
  readonly end: number;
}

const TAB_STOP = 8;

/** The segments of one line, left to right; TABs count as the spaces up to the next stop. */
export function segmentsOf(line: string): Segment[] {
  return [...untabbed(line).matchAll(/\S+(?: \S+)*/gu)].map(({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));
}

function untabbed(line: string): string {
  const spaced = line.replace(/[^\S\t]/gu, ' ');
  if (!spaced.includes('\t')) return spaced;
  let text = '';
  for (const part of spaced.split('\t')) text += `${part}${' '.repeat(TAB_STOP - (part.length % TAB_STOP))}`;
  return text;
}
