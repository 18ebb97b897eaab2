import { bare } from './letters.ts';

interface Place {
  at: number;
  end: number;
}

/** Words before a figure that can hold no subject: "và". */
const LONGEST_BARE_START = 4;
/** A figure followed by fewer words says nothing of its own subject. */
const FEWEST_WORDS = 3;
const LONGEST_SIDE = 320;
const BEGINNING = /[;.!?:](?=\s)/g;
const ENDING = /[;!?](?:\s|$)|\.(?:\s|$)/;
const NEW_CLAUSE =
  /,\s(?=(?:tap trung|tao|gop phan|dong bo|nham|trong do|trong so do|dong thoi|bao dam|dam bao|phan dau|moi|(?:va )?(?:ty le|chi so|muc do))\b)|,\s(?=(?:(?:it nhat|toi thieu|tren) )?\d{1,3}(?:,\d+)?\s?% (?!nam|vao nam|den nam)[a-z])|,\s(?=[a-z][a-z ]{3,50} (?:dat|tu|tren|duoi|khong qua|toi thieu|it nhat)(?: (?:tu|tren|duoi|toi thieu|it nhat))? \d)|\s(?=va (?:[a-z]+ ){0,3}?(?:(?:toi thieu|it nhat|khong qua|tren|duoi|dat)(?: tu)? )?\d{1,3}(?:,\d+)?\s?%)/g;
/** ", các chợ đạt ít nhất 60%"; behind "100% cơ quan" a comma only goes on with a list of names. */
const NEW_SUBJECT =
  /^, [a-z][a-z ]{3,50} (?:dat|tu|tren|duoi|khong qua|toi thieu|it nhat)(?: (?:tu|tren|duoi|toi thieu|it nhat))? \d/;
const LEAD_IN =
  /^(?:[-+•]\s*|(?:phan dau|dam bao|bao dam|thuc hien|hoan thanh|trong do|va)(?![a-z])[\s,:]*(?=\S))/;

/**
 * Cuts out the clause of a sentence that a figure belongs to, the part up to the next figure's clause.
 *
 * A figure without a subject of its own ("đạt 70% vào năm 2028 và 80% vào năm 2030") is given that of the figure
 * before it. `nearby` are the figures around this one.
 */
export function clauseAround(printed: string, plain: string, find: Place, nearby: readonly Place[]): string {
  const sentence = sentenceAround(plain, find);
  let { start, end } = sentence;
  start = bracketAround(plain, start, find) ?? headOver(plain, start, end, find) ?? start;
  let subject = '';
  for (const cut of plain.slice(sentence.start, sentence.end).matchAll(NEW_CLAUSE)) {
    const at = sentence.start + cut.index;
    const last = at >= find.end ? find : nearby.findLast((other) => other.at >= start && other.end <= at);
    if (!last && !plain.startsWith(', moi ', at)) continue;
    if (last && NEW_SUBJECT.test(plain.slice(at)) && isBareShare(plain.slice(last.end, at))) continue;
    if (last === find) {
      end = at;
      break;
    }
    const before = nearby.find((other) => other.at >= start && other.end <= at);
    subject = before ? printed.slice(start, before.at).trim() : '';
    start = at + cut[0].length;
  }
  const condition = /^\W*neu [^;.]{3,120}? thi (?:cung )?/.exec(plain.slice(start, find.at));
  if (condition) start += condition[0].length;
  const brief = /\b(?:dam|bao) (?:bao|dam) \d/.exec(plain.slice(start, find.end));
  if (brief) start += brief.index;
  const clause = withoutLeadIn(printed.slice(start, end).trim());
  const hasSubject = plain.slice(start, find.at).trim().length >= LONGEST_BARE_START;
  return hasSubject || !/^(?:va )/.test(plain.slice(start, find.at)) ? clause : `${subject} ${clause}`.trim();
}

/** "100% cơ quan": a share whose subject stands behind it and is hardly begun. */
function isBareShare(behind: string): boolean {
  return /^ (?!tro |vao |nam )[a-z]/.test(behind) && wordCount(behind) <= FEWEST_WORDS;
}

function wordCount(text: string): number {
  return text.trim().split(/[ ,]+/).length;
}

function sentenceAround(plain: string, find: Place): { start: number; end: number } {
  const left = Math.max(0, find.at - LONGEST_SIDE);
  let start = left;
  for (const mark of plain.slice(left, find.at).matchAll(BEGINNING)) start = left + mark.index + 1;
  const right = plain.slice(find.end, find.end + LONGEST_SIDE);
  return { start, end: find.end + (ENDING.exec(right)?.index ?? right.length) };
}

/** "… các lĩnh vực (10% TTHC kiến nghị đơn giản hóa; …": inside brackets a figure with its own subject stands alone. */
function bracketAround(plain: string, start: number, find: Place): number | undefined {
  const open = plain.lastIndexOf('(', find.at);
  if (open < start || plain.slice(open, find.at).includes(')')) return undefined;
  const behind = plain.slice(find.end).split(/[);,.]/)[0] ?? '';
  return wordCount(behind) >= FEWEST_WORDS ? open + 1 : undefined;
}

/** "Tỷ lệ hồ sơ giải quyết đúng hạn: trên 98%": a bare figure takes the words before the colon. */
function headOver(plain: string, start: number, end: number, find: Place): number | undefined {
  if (plain[start - 1] !== ':') return undefined;
  const before = plain.slice(start, find.at).trim();
  const behind = plain.slice(find.end, end).trim();
  if (!/^(?:[a-z]+(?: [a-z]+){0,3} ?)?$/.test(before) || wordCount(behind) >= FEWEST_WORDS) return undefined;
  const head = sentenceAround(plain, { at: start - 1, end: start - 1 }).start;
  return /[a-z]/.test(plain.slice(head, start - 1)) ? head : undefined;
}

function withoutLeadIn(clause: string): string {
  let rest = clause;
  for (let steps = 0; steps < 3; steps++)
    rest = rest.slice(LEAD_IN.exec(bare(rest.slice(0, 40)))?.[0].length ?? 0);
  return rest.trim();
}
