import { foldText } from './fold-text.ts';

const BEGINS_ITEM = /^(?:[-–+•*▪➢]|\d{1,2}[.)]|[a-zđ]\))\s/u;
const ENDS = /[.;:]$/u;
const ROOM = 3;

/** The text of a cell from its lines: wrapped lines joined, items each on a line of their own. */
export function cellText(texts: readonly string[], width: number): string {
  let text = '';
  let last = '';
  for (const next of texts) {
    if (text === '') text = next;
    else if (beginsParagraph(last, next, width)) text += `\n${next}`;
    else text += endsInWord(last, next, width) ? next : ` ${next}`;
    last = next;
  }
  return text.split('\n').map(foldText).join('\n');
}

function beginsParagraph(last: string, next: string, width: number): boolean {
  if (BEGINS_ITEM.test(next)) return ENDS.test(last) || !/^[-–]/.test(next);
  if (/^\p{Ll}/u.test(next) && !ENDS.test(last)) return false;
  const word = next.split(' ', 1)[0] ?? '';
  return last.length + 1 + word.length + ROOM <= width;
}

/** True where a word or a figure too wide for its column was broken. */
function endsInWord(last: string, next: string, width: number): boolean {
  if (/\p{L}-$/u.test(last) && !last.endsWith(' -')) return true;
  if (last.includes(' ') || last.length + 2 < width) return false;
  return (/[\d/]$/.test(last) && /^\d{1,4}$/.test(next)) || (width < 6 && /^[\p{Lu}\d.]{1,4}$/u.test(next));
}
