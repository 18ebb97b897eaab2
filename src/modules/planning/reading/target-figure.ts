import type { Operator } from './plan-reading.ts';
import { compare, isBound } from './target-bound.ts';
import { numberOf } from './target-number.ts';
import { repeated } from './target-repeat.ts';
import { COUNTED, NOT_COUNTED, PROMISE_VERB } from './target-words.ts';

/** A figure in a text that may be promised, with its place. */
export interface Figure {
  at: number;
  end: number;
  value: number;
  unit: string;
  operator: Operator;
}

const AMOUNT = '\\d{1,3}(?:\\.\\d{3})+|\\d{1,5}(?:,\\d{1,2})?';
const SHARE = '\\d{1,3}(?:[.,]\\d{1,2})?';
const PERCENT = new RegExp(
  `(?<![\\d.,/-])(${SHARE})(?:\\s?%)?\\s?(?:-|den)\\s?(${SHARE})\\s?%|(?<![\\d.,/])(${SHARE})\\s?(?:%|phan tram)`,
  'g',
);
const COUNT = new RegExp(
  `(?<![\\d.,/-])(${AMOUNT})(?:\\s?(?:-|den)\\s?(${AMOUNT}))?\\s+(${COUNTED}|[a-z]+(?:-[a-z]+)?)(?![a-z])(?:\\s?\\/\\s?([a-z]+(?: [a-z]+)?)(?![a-z]))?`,
  'g',
);
const SCORE = /(?<![\d.,/])(\d{1,3}(?:,\d{1,2})?)\s?\/\s?(?:100(?:\s?diem)?|10 diem)(?![\d/])/g;
/** "ít nhất hai phần ba số bản (10/14 bản)": of so many so many. */
const OF_ALL = new RegExp(`\\((\\d{1,4})\\/\\d{1,4} (${COUNTED})\\)`, 'g');
/** "Ít nhất 95 trên 100 phiếu". */
const OF_A_HUNDRED = /(?<![\d.,/])(\d{1,2}) tren 100(?= [a-z])/g;
const INDEX =
  /\b(?:chi so|diem)\b[^.;%]{0,120}?\b(?:dat|la|tu)(?: tu| toi thieu| it nhat| tren| khong (?:duoi|thap hon)| thap nhat)*\s(\d{1,3}(?:,\d{1,3}|\.\d{1,2}(?!\d))?)(?!\s?[%\d/]|[.,]\d|\s(?:diem|phut|ngay|nam|thang|lan))/g;
const NONE =
  /\bkhong (?:co|con|de|phat sinh|xay ra)(?: xay ra| phat sinh| tinh trang| truong hop)* (?:(ho so|don thu|van ban|nhiem vu)(?: nao)? (?:[a-z]+ ){0,4}?(?:qua han|tre han|tre hen|cham han|cham muon|trai (?:phap luat|quy dinh|tham quyen))|(cong chuc|can bo)(?: nao)? bi (?:xu ly )?ky luat)/g;
/** "22/22 bản có tổ công nghệ số". */
const EVERY_ONE = new RegExp(`(?<![\\d(./])(\\d{1,4})\\/\\1 (${COUNTED})(?![a-z])`, 'g');
const MONEY = /(?:dat(?: tu)?|it nhat|toi thieu) (\d{1,5}(?:[.,]\d{1,3})?) ((?:ty|trieu) dong)/g;

/** What a grammar matched, with its one or two numbers behind it. */
type Numbers = readonly (string | undefined)[] & { index: number };

/** Every figure of a text (bare letters, same places as in `printed`) that can be a promise, in order. */
export function findFigures(plain: string, printed: string): Figure[] {
  const figures: Figure[] = [];
  for (const match of plain.matchAll(PERCENT)) figures.push(...percentFigures(match, plain));
  for (const match of plain.matchAll(OF_A_HUNDRED)) figures.push(...ranged(match, plain, '%', 'one'));
  for (const match of plain.matchAll(SCORE)) figures.push(...ranged(match, plain, 'điểm', 'one'));
  for (const match of plain.matchAll(COUNT)) figures.push(...countFigures(match, plain, printed));
  for (const match of plain.matchAll(OF_ALL)) figures.push(...ofAllFigures(match, plain, printed));
  for (const match of plain.matchAll(EVERY_ONE)) figures.push(namedFigure(match, plain, printed));
  for (const match of plain.matchAll(MONEY)) figures.push(namedFigure(match, plain, printed));
  for (const match of plain.matchAll(INDEX)) figures.push(indexFigure(match, plain));
  for (const match of plain.matchAll(NONE)) figures.push(noneLate(match, printed));
  const sorted = figures.toSorted((a, b) => a.at - b.at);
  return sorted.filter((figure, index) => index === 0 || !overlaps(figure, sorted[index - 1]));
}

/** A range gives two figures at one place; any other overlap is one figure read by two grammars. */
function overlaps(figure: Figure, before: Figure | undefined): boolean {
  return before !== undefined && figure.at < before.end && figure.at !== before.at;
}

/** Before a number that is no share: "Tháng 12 - 100% …", "1 - 100% …". */
const NO_SHARE = /(?:^|[.;] ?|(?:thang|quy|ngay|muc|so|nam|khoan|dieu) )$/;

function percentFigures(match: RegExpExecArray, plain: string): Figure[] {
  const [words, low, high, share] = match;
  const { index } = match;
  if (low === undefined || high === undefined) {
    return ranged(Object.assign([words, share], { index }), plain, '%', 'one');
  }
  const isLabel = !/%.*%/.test(words) && NO_SHARE.test(plain.slice(0, index));
  if (!isLabel && numberOf(low) < numberOf(high)) {
    return ranged(Object.assign([words, low, high], { index }), plain, '%', 'both');
  }
  const at = words.lastIndexOf(high);
  return ranged(Object.assign([words.slice(at), high], { index: index + at }), plain, '%', 'one');
}

function ranged(match: Numbers, plain: string, unit: string, ends: 'one' | 'both'): Figure[] {
  const place = { at: match.index, end: match.index + (match[0]?.length ?? 0) };
  const first = {
    ...place,
    unit,
    value: numberOf(match[1] ?? ''),
    operator: compare(plain, place.at, place.end),
  };
  if (ends === 'one' || match[2] === undefined) return [first];
  return [
    { ...first, operator: '>=' },
    { ...first, value: numberOf(match[2]), operator: '<=' },
  ];
}

const SHORTENED = /(?:rut ngan|cat giam|giam)(?: duoc)?\s*$/;
/** "Phường có 12 tổ dân phố" describes; only a bound makes such a number a promise. */
const PLACES =
  /^(?:thon|ban|ap|xom|buon|xa|ho|to dan pho|can bo|cong chuc|nguoi dan|ho gia dinh|doanh nghiep)$/;

interface Noun {
  words: string;
  at: number;
  end: number;
  isKnown: boolean;
}

function countFigures(match: RegExpExecArray, plain: string, printed: string): Figure[] {
  const noun = nounOf(match, plain);
  if (NOT_COUNTED.test(noun.words) || !isPromised(match, noun, plain)) return [];
  const unit = nameOf(printed.slice(noun.at, noun.end)) + perOf(match, noun, plain, printed);
  const operator = compare(plain, match.index, noun.end);
  return ranged(match, plain, unit, 'both').map((figure) => ({
    ...figure,
    end: noun.end,
    operator: match[2] === undefined ? operator : figure.operator,
  }));
}

/** A noun that no list has is one word, or all of the two or three that end the clause: "2.000 chữ ký số". */
function nounOf(match: RegExpExecArray, plain: string): Noun {
  const words = match[3] ?? '';
  const at = match.index + match[0].indexOf(words, (match[1] ?? '').length);
  const isKnown = new RegExp(`^(?:${COUNTED})$`).test(words);
  const rest = isKnown ? null : /^[a-z-]+(?: [a-z]+){1,2}(?=\s*(?:[.;,)]|$))/.exec(plain.slice(at));
  return { words, at, end: at + (rest?.[0] ?? words).length, isKnown };
}

/** "các tổ dân phố dưới 300 hộ", "hộ trên 5 người": a size that picks out, not one that is promised. */
const PICKED_OUT = /(?<!(?:dat|con|giam|xuong|co|la|len|duy tri)(?: muc)?) (?:duoi|tren|hon)\s*$/;

function isPromised(match: RegExpExecArray, noun: Noun, plain: string): boolean {
  const before = plain.slice(Math.max(0, match.index - 40), match.index);
  if (/\b(?:trong|sau|vong|ke tu)\s*(?:thoi (?:gian|han)\s*)?$/.test(before)) return false;
  const nounEnd = noun.at + noun.words.length;
  if (/^(?:ngay|gio|phut)/.test(noun.words) && compare(plain, match.index, nounEnd) === '=') {
    return SHORTENED.test(before);
  }
  if (PLACES.test(noun.words) && PICKED_OUT.test(before)) return false;
  if (isBound(plain, match.index, nounEnd)) return true;
  return noun.isKnown && !PLACES.test(noun.words) && (PROMISE_VERB.test(before) || match[2] !== undefined);
}

/** Over what it repeats: printed behind a stroke ("15 phút/lượt") or said around it. */
function perOf(match: RegExpExecArray, noun: Noun, plain: string, printed: string): string {
  const end = match.index + match[0].length;
  const per = match[4] === undefined ? '' : `/${printed.slice(end - match[4].length, end)}`;
  return per === '' || /^\/(?:năm|tháng|quý|tuần)/.test(per) ? repeated(plain, match.index, noun.end) : per;
}

/** The counted thing as printed, in small letters unless it is an abbreviation. */
function nameOf(printed: string): string {
  const words = printed.replace(/\s+/g, ' ');
  if (/^thủ tục/iu.test(words)) return 'thủ tục';
  if (/^tin,? bài$/iu.test(words)) return 'tin, bài';
  return /^[\p{Lu}\d]{2,}$/u.test(words) ? words : words.toLowerCase();
}

/** Only where the words before the brackets bound it and give no share themselves. */
function ofAllFigures(match: RegExpExecArray, plain: string, printed: string): Figure[] {
  const [words, count, noun = ''] = match;
  const at = match.index + 1;
  const before = plain.slice(Math.max(0, match.index - 60), match.index);
  const bound = /(?:it nhat|toi thieu|tren)(?: [a-z]+){2,8} $/.exec(before);
  if (!bound || bound[0].includes('%')) return [];
  const nounAt = match.index + words.indexOf(noun);
  const unit = nameOf(printed.slice(nounAt, nounAt + noun.length));
  return [{ at, end: match.index + words.length, value: numberOf(count ?? ''), unit, operator: '>=' }];
}

/** A number with its unit behind it as printed. */
function namedFigure(match: RegExpExecArray, plain: string, printed: string): Figure {
  const [words, value = '', unit = ''] = match;
  const at = match.index + words.indexOf(value);
  const end = match.index + words.length;
  return {
    at,
    end,
    value: numberOf(value),
    unit: nameOf(printed.slice(end - unit.length, end)),
    operator: compare(plain, at, end),
  };
}

function indexFigure(match: RegExpExecArray, plain: string): Figure {
  const end = match.index + match[0].length;
  const at = end - (match[1]?.length ?? 0);
  const value = numberOf(match[1] ?? '');
  return { at, end, value, unit: value < 10 ? 'score' : 'điểm', operator: compare(plain, at, end) };
}

function noneLate(match: RegExpExecArray, printed: string): Figure {
  const noun = match[1] ?? match[2] ?? '';
  const start = match.index + match[0].indexOf(noun);
  const unit = printed.slice(start, start + noun.length).toLowerCase();
  return { at: match.index, end: match.index + match[0].length, value: 0, unit, operator: '=' };
}
