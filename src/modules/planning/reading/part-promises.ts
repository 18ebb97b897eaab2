import { bare } from './letters.ts';
import type { LabelKind } from './numbering.ts';
import type { Passage } from './passage.ts';

const RANKS: readonly LabelKind[] = ['roman', 'letter-upper', 'number', 'decimal', 'letter'];
const LOOKS_BACK =
  /^(?:danh gia|ket qua|tinh hinh|thuc trang|khai quat|ton tai|han che|nhung (?:ket qua|han che|ton tai)|mot so (?:ket qua|han che))\b/;
const LOOKS_AHEAD = /\b(?:phan dau|can dat|muc tieu|chi tieu|phuong huong)\b/;

/**
 * The passages of the parts that can promise something: not those on what was reached before ("I. KẾT QUẢ NĂM 2025"),
 * nor those on awards, whose figures are conditions.
 */
export function withPromises(passages: readonly Passage[], planYear: number | null): Passage[] {
  let rank = -1;
  return passages.filter((passage) => {
    const own = RANKS.indexOf(passage.label?.kind ?? 'dash');
    if (passage.heading && own >= 0 && (rank < 0 || own <= rank))
      rank = promisesNothing(passage, planYear) ? own : -1;
    return rank < 0;
  });
}

function promisesNothing(heading: Passage, planYear: number | null): boolean {
  const title = bare(heading.label?.rest ?? heading.text);
  const year = Number(/20\d\d/.exec(title)?.[0] ?? 0);
  const isPast = year > 0 ? planYear === null || year < planYear : true;
  if (/^(?:tieu chuan|hinh thuc|cong tac)?[^:]{0,40}\bkhen thuong\b/.test(title)) return true;
  return LOOKS_BACK.test(title) && !LOOKS_AHEAD.test(title) && isPast;
}
