interface Place {
  at: number;
  end: number;
}

/** Words before a figure that can hold no subject: "và". */
const LONGEST_BARE_START = 4;
const LONGEST_SIDE = 320;
const NEW_CLAUSE =
  /,\s(?=(?:tap trung|tao|gop phan|dong bo|nham|trong do|trong so do|dong thoi|bao dam|dam bao|phan dau|moi)\b)|\s(?=va \d{1,3}(?:,\d+)?\s?%)/g;
const LEAD_IN =
  /^(?:[-+•]\s*|(?:phan dau|dam bao|bao dam|thuc hien|hoan thanh|trong do|va)(?![a-z])[\s,:]*(?=\S))/;

/** Cuts out the clause of a sentence that a figure belongs to, the part up to the next figure's clause. */
export function clauseAround(printed: string, plain: string, find: Place, finds: readonly Place[]): string {
  let start = Math.max(lastOf(plain, /[;.!?:](?=\s)|\n/g, find.at), find.at - LONGEST_SIDE);
  let subject = '';
  let end = Math.min(firstOf(plain, /[;!?](?:\s|$)|\.(?:\s|$)/g, find.end), find.end + LONGEST_SIDE);
  for (const cut of plain.slice(start, end).matchAll(NEW_CLAUSE)) {
    const at = start + cut.index;
    if (at >= find.end) {
      end = Math.min(end, at);
      break;
    }
    if (at < find.at && finds.some((other) => other.end <= at && other.at >= start))
      start = at + cut[0].length;
  }
  const brief = /\bdam bao \d|\bbao dam \d/.exec(plain.slice(start, find.end));
  if (brief) start += brief.index;
  let clause = printed.slice(start, end).trim();
  for (let i = 0; i < 3; i++) clause = clause.slice(LEAD_IN.exec(bareStart(clause))?.[0].length ?? 0);
  return plain.slice(start, find.at).trim().length < LONGEST_BARE_START
    ? `${subject} ${clause}`.trim()
    : clause.trim();
}

/** What the first of several figures speaks of: "đạt 70% vào năm 2028 và 80% vào năm 2030" has one subject. */
function subjectBefore(printed: string, finds: readonly Place[], start: number, end: number): string {
  const first = finds.find((other) => other.at >= start && other.end <= end);
  return first ? printed.slice(start, first.at).trim() : '';
}

function bareStart(text: string): string {
  return text.slice(0, 40).normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
}

function lastOf(text: string, mark: RegExp, before: number): number {
  let last = 0;
  for (const match of text.slice(0, before).matchAll(mark)) last = match.index + 1;
  return last;
}

function firstOf(text: string, mark: RegExp, from: number): number {
  mark.lastIndex = from;
  return mark.exec(text)?.index ?? text.length;
}
