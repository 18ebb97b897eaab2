import { QUARTER_WORDS } from './due-words.ts';

/** What a phrase names on the calendar, the finest first. */
export const MOMENT_UNITS = ['day', 'month', 'quarter', 'half', 'year'] as const;
export type MomentUnit = (typeof MOMENT_UNITS)[number];

/** How a moment hangs on the one before it: "… đến …", "…, …", or with other words between. */
export type Joint = 'range' | 'list' | 'apart';

/** One day, month, quarter, part of a year or year as printed; months count from 1, a missing year is null. */
export interface Moment {
  unit: MomentUnit;
  day: number;
  firstMonth: number;
  lastMonth: number;
  year: number | null;
  /** The last year of a span of years. */
  lastYear: number | null;
  joint: Joint;
  /** The words straight before it: "trước", "từ", "đầu". */
  lead: string;
  start: number;
  end: number;
}

const YEAR = '(20\\d\\d)(?!\\d)';
const YEAR_BEHIND = `(?:\\s*(?:[/,.-]|nam|,\\s*nam|cua nam|\\(?nam)\\s*${YEAR})?`;
const NUMBER = '(1[0-2]|0?[1-9])';
const SLASH = '\\s?/\\s?';
const QUARTER_NAME = '(0?[1-4]|i{1,3}|iv|[il1]{2,3}|[il1]v|l)(?![a-z\\d])';
const AND = '\\s*(?:,\\s*va|[,;&+]|va|hoac)\\s*';

const LEAD =
  /^(?:trong khoang|trong|vao|ngay|mung|mong|la|cac|ca|suot|toan|quanh|khoang|du kien|cham nhat|muon nhat|tre nhat|khong qua|khong muon hon|khong cham hon|truoc khi ket thuc|truoc hoac|truoc|thoi diem|tu nay|tu|den het|den|toi|het|han cuoi|han chot|thoi han|han|sau|dau|giua|cuoi|ket thuc|xong|hoan thanh|thoi gian|nua|-|:)$/;

type Reader = (match: RegExpExecArray) => Omit<Moment, 'joint' | 'lead' | 'start' | 'end'> | undefined;

const GRAMMARS: readonly (readonly [RegExp, Reader])[] = [
  [
    sticky(
      `(?<!tuan )(\\d{1,2}) (?:cua )?(?:cac )?thang ${NUMBER}(?!\\d|\\s?[./-]\\s?\\d{1,2}[./-])${YEAR_BEHIND}`,
    ),
    readDay,
  ],
  [sticky(`(\\d{1,2})(?:${SLASH}(\\d{1,2})(?:${SLASH}|\\s?[.-]\\s?|\\s*nam )${YEAR})`), readDay],
  [sticky(`(\\d{1,2})[.](\\d{1,2})[.]${YEAR}`), readDay],
  [sticky(`(\\d{1,2})\\s?[-]\\s?(\\d{1,2})\\s?[-]\\s?${YEAR}`), readDay],
  [sticky(`(\\d{1,2})[./](\\d{1,2})[./]((?!20)\\d\\d)(?![\\d./])`), readDay],
  [sticky(`(?:thang|t)\\s?\\.?\\s?${NUMBER}(?![\\d%]|\\.\\d(?!0)|/lan)${YEAR_BEHIND}`), readMonth],
  [sticky(`${NUMBER}(?:${SLASH}|[.-])${YEAR}`), readMonth],
  [sticky(`(\\d{1,2})${SLASH}(\\d{1,2})()(?!\\s?[/.]?\\d)`), readDay],
  [sticky('(\\d{1,2})[.-](\\d{1,2})()(?![\\d%]|\\s?[/.]\\s?\\d|-\\d)'), readDay],
  [sticky(`0?([12]) thang (dau|cuoi)(?: cua)? quy ${QUARTER_NAME}${YEAR_BEHIND}`), readPartOfQuarter],
  [sticky(`(?:quy|q\\.?)\\s?${QUARTER_NAME}${YEAR_BEHIND}`), readQuarter],
  [
    sticky(
      `0?(\\d)\\s?(?:thang|t) (dau|cuoi)(?! quy| thang)(?: cua)?(?: nam)?(?:\\s*(?:[/,-]|nam)?\\s*${YEAR})?`,
    ),
    readPart,
  ],
  [sticky(`([1-3]) quy (dau|cuoi)(?: cua)? nam(?:\\s*[/,-]?\\s*${YEAR})?`), readQuarters],
  [sticky(`()nua (dau|cuoi) nam(?:\\s*[/,-]?\\s*${YEAR})?`), readPart],
  [sticky(`0?([369])()\\s?thang\\s*(?:[/,-]|nam)\\s*${YEAR}`), readPart],
  [
    sticky(
      `(?:giai doan |(?:trong )?cac nam |nam )?${YEAR}\\s*(?:-|den het nam|den cuoi nam|den nam|den|va nam|va|,)\\s*(?:nam )?${YEAR}`,
    ),
    readYears,
  ],
  [sticky(`nam (?:ke hoach )?${YEAR}`), readYear],
  [sticky(`${NUMBER}(?=\\s?-\\s?\\d{1,2}/20\\d\\d)`), readMonth],
  [sticky(`${YEAR}(?=\\s*(?:$|[.;,)]| va ))`), readYear],
  [sticky('12 thang(?: trong nam)?(?! \\S)'), readPlanYear],
  [sticky('9 thang(?! \\S)'), () => monthsOfYear(1, 9, null)],
  [sticky('(?<=(?:ca|suot|toan|quanh|trong|het|cuoi|dau|giua) )nam(?![a-z]|,? (?:20|hoc))'), readPlanYear],
];

const FOLLOWERS: Readonly<Partial<Record<MomentUnit, RegExp>>> = {
  day: sticky(`(?:${AND})(?:thang )?${NUMBER}(?![\\d./%]|\\s?/)${YEAR_BEHIND}`),
  month: sticky(
    `(?:${AND}|\\s*(?:-|den het|den|toi)\\s*)(?:trong )?(?:thang )?${NUMBER}(?![\\d%]|\\s?/\\s?\\d{1,2}(?!\\d))${YEAR_BEHIND}`,
  ),
  quarter: sticky(
    `(?:${AND}|\\s*/\\s*|\\s*(?:-|den het|den|toi)\\s*)(?:quy )?${QUARTER_NAME}(?!\\s?/\\s?\\d{1,2}(?!\\d))${YEAR_BEHIND}`,
  ),
};

const DAY_ALONE = sticky(
  `(?<!\\d[./])(\\d{1,2})\\s*(-|den|,|va|;)\\s*(?:ngay )?(?=\\d{1,2}(?:${SLASH}|\\.)\\d{1,2}(?!\\d)|\\d{1,2} thang)`,
);
const RANGE_JOINT =
  /^\s*,?\s*(?:-|(?:den|toi)(?: het)?(?: cuoi)?(?: ngay)?|-\s*(?:den|het)(?: het)?(?: ngay)?)\s*$/;
const LIST_JOINT = /^(?:[,;&+./()-]|va|hoac|dot \d(?:\s*:)?|lan \d(?:\s*:)?|\s)*$/;
const MOST_MOMENTS = 24;

/** Everything that a phrase (bare letters) names on the calendar, in the order printed. */
export function readMoments(text: string): Moment[] {
  const moments: Moment[] = [];
  let at = 0;
  while (at < text.length && moments.length < MOST_MOMENTS) {
    if (at > 0 && /[a-z\d]/.test(text[at - 1] ?? '') && /[a-z\d]/.test(text[at] ?? '')) {
      at++;
      continue;
    }
    const found = dayOfNextMonth(text, at) ?? momentAt(text, at);
    if (!found) {
      at++;
      continue;
    }
    add(moments, found, text);
    at = addFollowers(moments, found, text);
  }
  return moments;
}

type Bare = Omit<Moment, 'joint' | 'lead'>;

function momentAt(text: string, at: number): Bare | undefined {
  for (const [grammar, read] of GRAMMARS) {
    grammar.lastIndex = at;
    const match = grammar.exec(text);
    const moment = match ? read(match) : undefined;
    if (match && moment) return { ...moment, start: at, end: at + match[0].trimEnd().length };
  }
  return undefined;
}

/** "10 - 20/6", "10 và 20 tháng 6": a day whose month stands at the next day. */
function dayOfNextMonth(text: string, at: number): Bare | undefined {
  DAY_ALONE.lastIndex = at;
  const match = DAY_ALONE.exec(text);
  if (!match) return undefined;
  const next = momentAt(text, DAY_ALONE.lastIndex);
  if (next?.unit !== 'day' || next.day <= Number(match[1])) return undefined;
  return { ...next, day: Number(match[1]), start: at, end: at + (match[1]?.length ?? 0) };
}

function add(moments: Moment[], found: Bare, text: string): void {
  const before = moments.at(-1);
  const start = leadStart(text, found.start, before?.end ?? 0);
  const lead = text.slice(start, found.start).trim();
  const gap = text.slice(before?.end ?? 0, found.start);
  const plainGap = gap.replace(/\b(?:trong|vao|ngay|thang|quy|cuoi|dau)\b/g, ' ');
  const joint: Joint = RANGE_JOINT.test(plainGap) ? 'range' : LIST_JOINT.test(plainGap) ? 'list' : 'apart';
  moments.push({ ...found, joint: before ? joint : 'apart', lead, start });
}

/** Numbers that go on with the unit of the moment before them: "tháng 3, 6, 9", "Quý I-III". */
function addFollowers(moments: Moment[], first: Bare, text: string): number {
  const grammar = FOLLOWERS[first.unit];
  let at = first.end;
  if (!grammar || (first.unit === 'day' && !text.slice(first.start, first.end).includes('thang'))) return at;
  while (moments.length < MOST_MOMENTS) {
    grammar.lastIndex = at;
    const match = grammar.exec(text);
    if (!match?.[1]) return at;
    const year = match[2] === undefined ? null : Number(match[2]);
    const number = first.unit === 'quarter' ? quarterOf(match[1]) : Number(match[1]);
    const months =
      first.unit === 'quarter' ? { firstMonth: number * 3 - 2, lastMonth: number * 3 } : monthOf(number);
    const isRange = /^\s*(?:-|den|toi)/.test(match[0]);
    const end = at + match[0].trimEnd().length;
    moments.push({
      ...first,
      ...months,
      year,
      lastYear: null,
      joint: isRange ? 'range' : 'list',
      lead: '',
      start: at,
      end,
    });
    at = end;
  }
  return at;
}

/** Goes back over "chậm nhất là ngày", "từ đầu", as far as such words stand. */
function leadStart(text: string, at: number, limit: number): number {
  let start = at;
  for (let words = 0; words < 8; words++) {
    const before = text.slice(limit, start).trimEnd();
    const found = [4, 3, 2, 1]
      .map((count) => new RegExp(`(?:^|[\\s(,;.])([^\\s(]+(?: [^\\s(]+){${count - 1}})$`).exec(before))
      .find((match) => match?.[1] !== undefined && LEAD.test(match[1]));
    if (!found?.[1]) return start;
    start = limit + before.length - found[1].length;
  }
  return start;
}

function sticky(grammar: string): RegExp {
  return new RegExp(grammar, 'y');
}

function monthOf(month: number): { firstMonth: number; lastMonth: number } {
  return { firstMonth: month, lastMonth: month };
}

function readDay(match: RegExpExecArray): ReturnType<Reader> {
  const [, day, month, year] = match;
  const printed = year === undefined || year === '' ? null : Number(year);
  const full = printed !== null && printed < 100 ? 2000 + printed : printed;
  return { unit: 'day', day: Number(day), ...monthOf(Number(month)), year: full, lastYear: null };
}

function readMonth(match: RegExpExecArray): ReturnType<Reader> {
  const year = match[2] === undefined ? null : Number(match[2]);
  return { unit: 'month', day: 0, ...monthOf(Number(match[1])), year, lastYear: null };
}

function quarterOf(word: string): number {
  const letters = /^0?[1-4]$/.test(word) ? word.replace('0', '') : word.replace(/[l1]/g, 'i');
  return QUARTER_WORDS[letters] ?? 1;
}

function readQuarter(match: RegExpExecArray): ReturnType<Reader> {
  const quarter = quarterOf(match[1] ?? '');
  const year = match[2] === undefined ? null : Number(match[2]);
  return {
    unit: 'quarter',
    day: 0,
    firstMonth: quarter * 3 - 2,
    lastMonth: quarter * 3,
    year,
    lastYear: null,
  };
}

function readPart(match: RegExpExecArray): ReturnType<Reader> {
  const months = Number(match[1] || 6);
  const year = match[3] === undefined ? null : Number(match[3]);
  return match[2] === 'cuoi' ? monthsOfYear(13 - months, 12, year) : monthsOfYear(1, months, year);
}

/** "2 quý đầu năm". */
function readQuarters(match: RegExpExecArray): ReturnType<Reader> {
  const months = Number(match[1]) * 3;
  const year = match[3] === undefined ? null : Number(match[3]);
  return match[2] === 'cuoi' ? monthsOfYear(13 - months, 12, year) : monthsOfYear(1, months, year);
}

/** "02 tháng đầu quý III". */
function readPartOfQuarter(match: RegExpExecArray): ReturnType<Reader> {
  const months = Number(match[1]);
  const last = quarterOf(match[3] ?? '') * 3;
  const year = match[4] === undefined ? null : Number(match[4]);
  return match[2] === 'dau'
    ? monthsOfYear(last - 2, last - 3 + months, year)
    : monthsOfYear(last + 1 - months, last, year);
}

function monthsOfYear(firstMonth: number, lastMonth: number, year: number | null): ReturnType<Reader> {
  const unit = (lastMonth - firstMonth + 1) % 3 === 0 ? 'half' : 'month';
  return { unit, day: 0, firstMonth, lastMonth, year, lastYear: null };
}

function wholeYear(year: number | null, lastYear: number | null): ReturnType<Reader> {
  return { unit: 'year', day: 0, firstMonth: 1, lastMonth: 12, year, lastYear };
}

function readYears(match: RegExpExecArray): ReturnType<Reader> {
  const [from, to] = [Number(match[1]), Number(match[2])];
  return from <= to ? wholeYear(from, to) : undefined;
}

function readYear(match: RegExpExecArray): ReturnType<Reader> {
  return wholeYear(Number(match[1]), null);
}

function readPlanYear(): ReturnType<Reader> {
  return wholeYear(null, null);
}
