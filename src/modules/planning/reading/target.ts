import { bare, likeness } from './letters.ts';
import { withoutCitations } from './due-prepared.ts';
import type { ReadTarget } from './plan-reading.ts';
import { clauseAround } from './target-clause.ts';
import { type Figure, findFigures } from './target-figure.ts';
import { withDigits, withJoinedDigits } from './misread-digits.ts';
import { numbersInWords } from './target-number.ts';
import { scopeOf } from './target-scope.ts';
import { ACCOUNT, CONTEXT } from './target-words.ts';

const YEAR_AFTER =
  /^(?:[^.;%(]{0,40}?|\s\((?=(?:[a-z]+ )?nam 20\d\d\)))(?:nam|vao nam|den nam|den het nam)\s(20\d\d)/;
const YEAR_BEFORE =
  /(?:^|[,;(]\s*)(?:(?:phan dau|muc tieu|giai doan)[, ]+)?(?:den|trong|vao|den het)? ?nam (20\d\d),? [^.;%]{0,120}$/;
const COMPARED = /\b(?:so voi|(?:cao|thap|tot|nhieu|it) hon) (?:cung ky )?(?:nam )?(?:20\d\d|truoc)?/g;
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
 * late". Two promises in one sentence are two targets; a range is a lower and an upper one. Sentences that report
 * what was achieved promise nothing.
 */
export function readTargets(text: string, place: TargetPlace): ReadTarget[] {
  const printed = text.replace(/\s/g, ' ').slice(0, LONGEST);
  const plain = withJoinedDigits(withDigits(bare(numbersInWords(printed))));
  const figures = withSharedBounds(findFigures(plain, printed), plain);
  return figures.slice(0, MOST_FIGURES).flatMap((figure, index) => {
    const nearby = figures.slice(Math.max(0, index - NEARBY), index + NEARBY);
    return toTarget(figure, nearby, printed, plain, place) ?? [];
  });
}

/** "ít nhất 80% người dân và 90% doanh nghiệp": the bound before the first counts for the second. */
function withSharedBounds(figures: readonly Figure[], plain: string): Figure[] {
  return figures.map((figure, index) => {
    const before = figures[index - 1];
    const isJoined = before && /^ [^,;.%]{2,40} va $/.test(plain.slice(before.end, figure.at));
    return isJoined && figure.operator === '=' && figure.unit === before.unit
      ? { ...figure, operator: before.operator }
      : figure;
  });
}

function toTarget(
  figure: Figure,
  nearby: readonly Figure[],
  printed: string,
  plain: string,
  place: TargetPlace,
): ReadTarget | undefined {
  if (
    RESTATED.test(
      `${plain.slice(Math.max(0, figure.at - 40), figure.at)}|${plain.slice(figure.end, figure.end + 20)}`,
    )
  ) {
    return undefined;
  }
  if (BASELINE.test(plain.slice(figure.end, figure.end + 40)) && /\btu $/.test(plain.slice(0, figure.at))) {
    return undefined;
  }
  if (isAccount(figure, plain, place.year)) return undefined;
  const clause = clauseAround(printed, plain, figure, nearby);
  const plainClause = bare(clause);
  if (CONTEXT.test(plainClause)) return undefined;
  return {
    text: clause,
    metric: metricOf(clause),
    operator: figure.operator,
    value: figure.value,
    unit: figure.unit,
    denominator_scope: figure.unit === '%' ? scopeOf(clause) : null,
    year: yearOf(figure, plain, place.year) ?? place.year,
    where: place.where,
    line: [...place.line],
    doubts:
      /cap tinh/.test(plainClause) && !/cap (?:xa|phuong)/.test(plainClause)
        ? [{ code: 'outside-commune' }]
        : [],
  };
}

/** "từ 58% lên 75%": the first figure is where it stands. */
const BASELINE = /^,?(?: \(?(?:nam |hien )[a-z\d ]{2,12}\)?)?,? (?:tang |giam )?(?:len|xuong|con)\b/;

/** "đạt 85% (tăng 5% so với năm 2025)": the same promise told by its growth. */
const RESTATED = /(?:\(|\d\s?%(?: [a-z]+){0,3}, )(?:tang|giam|cao hon|thap hon)(?: [a-z]+){0,3} ?\|\s*so voi/;

/** What was achieved before the year of the plan: told by a verb, or by an earlier year before the figure. */
function isAccount(figure: Figure, plain: string, year: number | null): boolean {
  const { start, end } = sentenceOf(plain, figure.at);
  const sentence = plain.slice(start, end);
  if (ACCOUNT.test(sentence)) return true;
  if (figure.operator === '=' && GROWN.test(sentence) && !/phan dau|muc tieu|duy tri/.test(sentence))
    return true;
  const clause = plain.slice(Math.max(start, plain.lastIndexOf(';', figure.at) + 1), figure.at);
  const before = withoutCitations(clause.replace(COMPARED, ' ').replace(/\([^()]*\)/g, ' '));
  const printed = [...before.matchAll(/(?<!giai doan )nam (20\d\d)(?! ?-)/g)].at(-1)?.[1];
  return year !== null && printed !== undefined && Number(printed) < year;
}

const GROWN = /\bso voi cung ky\b/;
const SENTENCE_MARK = /[.!?]\s/g;

function sentenceOf(plain: string, at: number): { start: number; end: number } {
  let start = 0;
  for (const mark of plain.slice(0, at).matchAll(SENTENCE_MARK)) start = mark.index + 1;
  const end = plain.slice(at).search(/[.!?](?:\s|$)/);
  return { start, end: end < 0 ? plain.length : at + end };
}

/** The year printed with a figure, behind it or at the head of its clause; not one gone by or compared with. */
function yearOf(figure: Figure, plain: string, earliest: number | null): number | undefined {
  const own = plain.replace(COMPARED, (words) => '~'.repeat(words.length));
  const year =
    YEAR_AFTER.exec(own.slice(figure.end, figure.end + 90))?.[1] ??
    YEAR_BEFORE.exec(own.slice(Math.max(0, figure.at - 160), figure.at))?.[1];
  return year === undefined || Number(year) < (earliest ?? 0) ? undefined : Number(year);
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
