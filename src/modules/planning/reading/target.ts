import { bare, likeness } from './letters.ts';
import type { Operator, ReadTarget } from './plan-reading.ts';
import { clauseAround } from './target-clause.ts';
import { BEFORE_NUMBER, BEHIND_NUMBER, CONTEXT, COUNTED, PROMISE_VERB } from './target-words.ts';

const PERCENT = /(?<![\d.,/])(\d{1,3}(?:[.,]\d{1,2})?)\s?%(?:\s?(?:-|den)\s?(\d{1,3}(?:[.,]\d{1,2})?)\s?%)?/g;
const COUNT = new RegExp(
  `(?<![\\d.,/])(\\d{1,5})(?:\\s?(?:-|den)\\s?(\\d{1,5}))?\\s(${COUNTED.map(([, words]) => words).join('|')})(?![a-z])`,
  'g',
);
const INDEX =
  /\b(?:chi so|diem)\b[^.;]{0,120}?\b(?:dat|la)(?: tu| toi thieu| it nhat| tren)?\s(\d{1,3},\d{1,3})(?!\s?[%\d])/g;
const NONE_LATE =
  /\bkhong (?:co|con|de|phat sinh) (ho so|don thu|van ban|nhiem vu)(?: nao)? (?:giai quyet )?(?:qua han|tre han|tre hen|cham han)/g;
const YEAR_AFTER = /^[^.;%]{0,40}?(?:nam|vao nam|den nam|den het nam)\s(20\d\d)/;
const LONGEST = 20_000;
const NEARBY = 8;
/** A paragraph with more figures is a list of numbers, not of promises. */
const MOST_FIGURES = 80;

export interface TargetPlace {
  where: string;
  line: readonly number[];
  /** The year that the place itself speaks of, or the plan's only year. */
  year: number | null;
}

/**
 * Reads every figure that a text promises: shares, counts with a bound or a verb of doing, index values, and "none
 * late". Two promises in one sentence are two targets; a range is a lower and an upper one.
 */
export function readTargets(text: string, place: TargetPlace): ReadTarget[] {
  const printed = text.replace(/\s/g, ' ').slice(0, LONGEST);
  const plain = bare(printed);
  const finds: Find[] = [];
  for (const match of plain.matchAll(PERCENT)) finds.push(...percentFinds(match, plain));
  for (const match of plain.matchAll(COUNT)) finds.push(...countFinds(match, plain));
  for (const match of plain.matchAll(INDEX)) {
    const at = match.index + match[0].length - (match[1]?.length ?? 0);
    finds.push({
      at,
      end: match.index + match[0].length,
      value: decimal(match[1]),
      unit: 'score',
      operator: compare(plain, at, at),
    });
  }
  for (const match of plain.matchAll(NONE_LATE)) {
    const noun = match[1] ?? '';
    const start = match.index + match[0].indexOf(noun);
    const unit = printed.slice(start, start + noun.length);
    finds.push({
      at: match.index,
      end: match.index + match[0].length,
      value: 0,
      unit: unit.toLowerCase(),
      operator: '=',
    });
  }
  finds.sort((a, b) => a.at - b.at);
  return finds.slice(0, MOST_FIGURES).flatMap((find, index) => {
    const nearby = finds.slice(Math.max(0, index - NEARBY), index + NEARBY);
    return toTarget(find, nearby, printed, plain, place) ?? [];
  });
}

interface Find {
  at: number;
  end: number;
  value: number;
  unit: string;
  operator: Operator;
}

function percentFinds(match: RegExpExecArray, plain: string): Find[] {
  const at = match.index;
  const end = at + match[0].length;
  return range(match, { at, end, unit: '%', operator: compare(plain, at, end) });
}

function countFinds(match: RegExpExecArray, plain: string): Find[] {
  const at = match.index;
  const end = at + match[0].length;
  const noun = match[3] ?? '';
  const before = plain.slice(Math.max(0, at - 40), at);
  const operator = compare(plain, at, end);
  const promised =
    operator !== '=' || PROMISE_VERB.test(before) || match[2] !== undefined || isBound(plain, at, end);
  if (!promised || /\b(?:trong|sau|vong|ke tu)\s*(?:thoi (?:gian|han)\s*)?$/.test(before)) return [];
  if (/^(?:ngay|gio|phut)/.test(noun) && operator === '=') return [];
  const name = COUNTED.find(([, words]) => new RegExp(`^(?:${words})$`).test(noun))?.[0] ?? noun;
  const each = eachYear(plain, at, end);
  const bound = operator === '=' && match[2] === undefined ? '=' : operator;
  return range(match, { at, end, unit: name + each, operator: bound });
}

function range(match: RegExpExecArray, find: Omit<Find, 'value'>): Find[] {
  if (match[2] === undefined) return [{ ...find, value: decimal(match[1]) }];
  return [
    { ...find, value: decimal(match[1]), operator: '>=' },
    { ...find, value: decimal(match[2]), operator: '<=' },
  ];
}

function isBound(plain: string, at: number, end: number): boolean {
  return (
    BEFORE_NUMBER.some(([, words]) => words.test(plain.slice(Math.max(0, at - 30), at))) ||
    BEHIND_NUMBER.some(([, words]) => words.test(plain.slice(end, end + 40)))
  );
}

function compare(plain: string, at: number, end: number): Operator {
  const behind = BEHIND_NUMBER.find(([, words]) => words.test(plain.slice(end, end + 40)));
  if (behind) return behind[0];
  return BEFORE_NUMBER.find(([, words]) => words.test(plain.slice(Math.max(0, at - 30), at)))?.[0] ?? '=';
}

/** "/năm", "/phòng/năm": over what a counted promise repeats, from "mỗi năm", "mỗi phòng chuyên môn", "trong năm". */
function eachYear(plain: string, at: number, end: number): string {
  const sentence = plain.slice(Math.max(plain.lastIndexOf('.', at) + 1, at - 160), end + 60);
  const holder = /\bmoi (phong|don vi|co quan|thon|can bo|cong chuc)(?![a-z])/.exec(
    plain.slice(Math.max(0, at - 80), at),
  )?.[1];
  const names: Record<string, string> = {
    phong: 'phòng',
    'don vi': 'đơn vị',
    'co quan': 'cơ quan',
    thon: 'thôn',
  };
  const yearly = /\b(?:moi|hang|mot|trong|\/) ?nam\b/.test(
    sentence.slice(Math.max(0, sentence.length - 60 - (end - at) - 100)),
  );
  const rhythm = /\/ ?(thang|quy)|(?:moi|hang) (thang|quy)(?![a-z])/.exec(plain.slice(end, end + 30));
  if (rhythm) return (rhythm[1] ?? rhythm[2]) === 'quy' ? '/quý' : '/tháng';
  return (yearly && holder ? `/${names[holder] ?? holder}` : '') + (yearly ? '/năm' : '');
}

function toTarget(
  find: Find,
  nearby: readonly Find[],
  printed: string,
  plain: string,
  place: TargetPlace,
): ReadTarget | undefined {
  const clause = clauseAround(printed, plain, find, nearby);
  const plainClause = bare(clause);
  if (CONTEXT.test(plainClause)) return undefined;
  const printedYear = YEAR_AFTER.exec(plain.slice(find.end, find.end + 90))?.[1];
  return {
    text: clause,
    metric: metricOf(clause),
    operator: find.operator,
    value: find.value,
    unit: find.unit,
    denominator_scope: null,
    year: printedYear ? Number(printedYear) : place.year,
    where: place.where,
    line: [...place.line],
    doubts:
      /cap tinh/.test(plainClause) && !/cap (?:xa|phuong)/.test(plainClause)
        ? [{ code: 'outside-commune' }]
        : [],
  };
}

/** What is measured: the clause without its figure and words of comparison. */
function metricOf(clause: string): string {
  return clause
    .replace(
      /(?:đạt\s+)?(?:từ|trên|dưới|tối thiểu|ít nhất|không vượt quá|không quá|giảm xuống dưới)?\s*\d+(?:[.,]\d+)?\s?%?(?:\s+trở lên)?/giu,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
}

function decimal(text: string | undefined): number {
  return Number((text ?? '').replace(',', '.'));
}

/** Drops what a heading promises when a paragraph below it promises the same. */
export function withoutEchoes(
  targets: readonly ReadTarget[],
  headingLines: ReadonlySet<number>,
): ReadTarget[] {
  return targets.filter((target) => {
    if (!headingLines.has(target.line[0] ?? 0)) return true;
    return !targets.some(
      (other) =>
        other !== target &&
        other.where === target.where &&
        other.value === target.value &&
        likeness(other.text, target.text) > 0.4,
    );
  });
}
