import { isoDay, monthPeriod, quarterPeriod, span, yearPeriod } from './calendar-days.ts';
import { LIMIT, QUARTER_WORDS } from './due-words.ts';
import type { Due, Period } from './plan-reading.ts';

/** The years of the plan, from which a year that is not printed is taken. */
export interface PlanYears {
  from: number | null;
  to: number | null;
}

/** A reading of a part of a phrase: `start` and `end` cut it out of the phrase. */
export interface DuePart {
  due: Due;
  start: number;
  end: number;
}

const YEAR = '(20\\d\\d)';
const YEAR_BEHIND = `(?:\\s*(?:[/,.-]|nam|,\\s*nam|cua nam)\\s*${YEAR})?`;
const BETWEEN = '(?:\\s?/\\s?|[.-])';
const DAY = `(?<!thang )(?<!quy )(\\d{1,2})${BETWEEN}(\\d{1,2})(?:${BETWEEN}(20\\d\\d))?(?!\\s?[/.]?\\d)`;
const DAY_IN_WORDS = '(\\d{1,2}) thang (\\d{1,2})(?:[ ,]*nam (20\\d\\d))?(?!\\d)';
const DAY_RANGE = new RegExp(
  `(?:tu )?(?:ngay )?(?<![\\d/])${DAY}\\s*(?:-|den het|den|toi)\\s*(?:het )?(?:ngay )?${DAY}`,
);
const ANY_DAY = new RegExp(
  `(${LIMIT}\\s+(?:ngay\\s+)?)?(tu\\s+)?(?:ngay\\s+)?(?<![\\d/])(?:${DAY}|${DAY_IN_WORDS})`,
  'g',
);

function dueOf(kind: Due['kind'], period: Partial<Period>, more: Partial<Due> = {}): Due {
  return { kind, from: period.from ?? null, to: period.to ?? null, recurrence: null, ...more };
}

/** The one year of a plan for one year; null for a plan of several, where a bare "Quý II" names no day. */
export function soleYear(years: PlanYears): number | null {
  return years.from !== null && (years.to ?? years.from) === years.from ? years.from : null;
}

/** "05/01/2026 - 06/02/2026", "Trước 15/01/2026", "20/6", "ngày 30 tháng 4 năm 2026". */
export function readDays(text: string, years: PlanYears): DuePart | undefined {
  const range = DAY_RANGE.exec(text);
  if (range) {
    const endYear = Number(range[6] ?? range[3] ?? soleYear(years));
    const startYear = Number(range[3] ?? endYear);
    const from = isoDay(startYear, Number(range[2]), Number(range[1]));
    const to = isoDay(endYear, Number(range[5]), Number(range[4]));
    if (from && to && from <= to) return cut(range, dueOf('date', { from, to }, { before: false }));
  }
  const days = [...text.matchAll(ANY_DAY)].slice(0, 24);
  const printedYear = days.findLast((day) => day[5] ?? day[8]);
  const fallback = printedYear ? Number(printedYear[5] ?? printedYear[8]) : soleYear(years);
  const periods: Period[] = [];
  for (const day of days) {
    const year = Number(day[5] ?? day[8] ?? fallback);
    const iso = isoDay(year, Number(day[4] ?? day[7]), Number(day[3] ?? day[6]));
    if (!iso) return undefined;
    periods.push({ from: iso, to: iso });
  }
  const first = days[0];
  const last = days.at(-1);
  const only = periods[0];
  if (!first || !last || !only) return undefined;
  const place = { start: first.index, end: last.index + last[0].length };
  if (periods.length > 1) {
    const sorted = periods.toSorted((a, b) => (a.to < b.to ? -1 : 1));
    return {
      due: dueOf('date', span(sorted) ?? {}, { before: first[1] !== undefined, periods: sorted }),
      ...place,
    };
  }
  if (first[2] !== undefined && first[1] === undefined)
    return { due: dueOf('date', { from: only.from }), ...place };
  return { due: dueOf('date', { to: only.to }, { before: first[1] !== undefined }), ...place };
}

const MONTH = '(?:thang|t)\\s*\\.?\\s*(1[0-2]|0?[1-9])(?![\\d.])';
const MONTH_RANGE = new RegExp(
  `(?:tu )?${MONTH}${YEAR_BEHIND}\\s*(?:-|den het|den|toi)\\s*(?:het )?(?:thang\\s*|t)?(1[0-2]|0?[1-9])(?![\\d])${YEAR_BEHIND}`,
);
const MONTH_LIST = new RegExp(
  `(?:trong |cac )?${MONTH}${YEAR_BEHIND}((?:\\s*(?:,|;|va|&)\\s*(?:trong )?(?:thang )?(?:1[0-2]|0?[1-9])(?![\\d])${YEAR_BEHIND}){0,11})`,
);
const MONTH_OF_YEAR = new RegExp(`(?<![\\d/])(1[0-2]|0?[1-9])\\s?/\\s?${YEAR}(?!\\d)`);

/** "Tháng 01/2026", "Từ tháng 4 đến tháng 9/2026", "Tháng 5 và tháng 10", "T3/2026", "03/2026". */
export function readMonths(text: string, years: PlanYears): DuePart | undefined {
  const range = MONTH_RANGE.exec(text);
  if (range) {
    const endYear = Number(range[4] ?? range[2] ?? soleYear(years));
    const startYear = Number(range[2] ?? endYear);
    const from = endYear > 0 ? monthPeriod(startYear, Number(range[1])).from : '';
    const to = endYear > 0 ? monthPeriod(endYear, Number(range[3])).to : '';
    if (from !== '' && from <= to) return cut(range, dueOf('month', { from, to }));
  }
  const list = MONTH_LIST.exec(text);
  if (list) {
    const more = [
      ...(list[3] ?? '').matchAll(new RegExp(`(?<!\\d)(1[0-2]|0?[1-9])(?!\\d)${YEAR_BEHIND}`, 'g')),
    ];
    const printed = [{ month: list[1], year: list[2] }, ...more.map((m) => ({ month: m[1], year: m[2] }))];
    const fallback = printed.findLast((entry) => entry.year !== undefined)?.year ?? soleYear(years);
    if (fallback === null) return undefined;
    const periods = printed.map((entry) => monthPeriod(Number(entry.year ?? fallback), Number(entry.month)));
    return cut(list, dueOf('month', span(periods) ?? {}, periods.length > 1 ? { periods } : {}));
  }
  const plain = MONTH_OF_YEAR.exec(text);
  return plain ? cut(plain, dueOf('month', monthPeriod(Number(plain[2]), Number(plain[1])))) : undefined;
}

const QUARTER = '(i{1,3}|iv|[1-4])(?![a-z\\d])';
const QUARTER_RANGE = new RegExp(
  `(?:tu )?quy ${QUARTER}${YEAR_BEHIND}\\s*(?:-|den het|den|toi)\\s*(?:het )?(?:quy )?${QUARTER}${YEAR_BEHIND}`,
);
const QUARTER_LIST = new RegExp(
  `(?:trong |cac )?quy ${QUARTER}${YEAR_BEHIND}((?:\\s*(?:,|;|va|&|\\+)\\s*(?:quy )?${QUARTER}${YEAR_BEHIND}){0,7})`,
);
const PART_OF_YEAR = new RegExp(
  `(6|06|sau|9|09|chin) thang (dau nam|cuoi nam|dau|cuoi)?(?:\\s*(?:[/,-]|nam)?\\s*${YEAR})?|nua (dau nam|cuoi nam)(?:\\s*[/,-]?\\s*${YEAR})?`,
);

/** "Quý II/2026", "Quý III,IV/2026", "Quý I - Quý III", "6 tháng đầu năm", "9 tháng". */
export function readQuarters(text: string, years: PlanYears): DuePart | undefined {
  const range = QUARTER_RANGE.exec(text);
  if (range) {
    const endYear = Number(range[4] ?? range[2] ?? soleYear(years));
    const startYear = Number(range[2] ?? endYear);
    if (endYear > 0) {
      const from = quarterPeriod(startYear, quarterNumber(range[1])).from;
      const to = quarterPeriod(endYear, quarterNumber(range[3])).to;
      if (from <= to) return cut(range, dueOf('quarters', { from, to }));
    }
  }
  const list = QUARTER_LIST.exec(text);
  if (list) {
    const more = [...(list[3] ?? '').matchAll(new RegExp(`(?<![a-z\\d])${QUARTER}${YEAR_BEHIND}`, 'g'))];
    const printed = [
      { quarter: list[1], year: list[2] },
      ...more.map((m) => ({ quarter: m[1], year: m[2] })),
    ];
    const fallback = printed.findLast((entry) => entry.year !== undefined)?.year ?? soleYear(years);
    if (fallback === null) return undefined;
    return cut(
      list,
      quartersDue(printed.map((q) => quarterPeriod(Number(q.year ?? fallback), quarterNumber(q.quarter)))),
    );
  }
  const part = PART_OF_YEAR.exec(text);
  const year = Number(part?.[3] ?? part?.[5] ?? soleYear(years));
  if (!part || year === 0) return undefined;
  const latter = (part[2] ?? part[4] ?? '').startsWith('cuoi');
  const months = part[1] !== undefined && /9|chin/.test(part[1]) ? 9 : 6;
  const from = monthPeriod(year, latter ? 13 - months : 1).from;
  return cut(part, dueOf('quarters', { from, to: monthPeriod(year, latter ? 12 : months).to }));
}

/** Quarters as a deadline: the outer span, each quarter apart when there are several. */
export function quartersDue(periods: readonly Period[]): Due {
  const sorted = periods.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return dueOf('quarters', span(sorted) ?? {}, sorted.length > 1 ? { periods: sorted } : {});
}

function quarterNumber(word: string | undefined): number {
  return QUARTER_WORDS[word ?? ''] ?? 1;
}

const YEAR_RANGE = new RegExp(
  `(?:(?:trong )?(?:giai doan|cac nam|nam|tu nam|tu) )?${YEAR}\\s*(?:-|den het nam|den nam|den|va nam|va)\\s*${YEAR}`,
);
const END_YEAR = new RegExp(`den (?:het |cuoi )?nam ${YEAR}`);
const ONE_YEAR = new RegExp(
  `(?:(?:trong|ca|het|den het|suot|cuoi|ngay trong) )?nam\\s*(?:ke hoach )?${YEAR}|^${YEAR}$`,
);
const BARE_YEAR =
  /\b(?:(?:trong )?(?:ca|suot|toan) nam|trong nam|het nam|cuoi nam|den het nam|hoan thanh trong nam)\b(?! 20)/;

/** "Cả năm", "Hoàn thành trong năm 2026", "2026 - 2027", "đến năm 2030". */
export function readYears(text: string, years: PlanYears): DuePart | undefined {
  const range = YEAR_RANGE.exec(text);
  if (range && Number(range[1]) <= Number(range[2])) {
    return cut(range, dueOf('year', yearPeriod(Number(range[1]), Number(range[2]))));
  }
  const end = END_YEAR.exec(text);
  if (end) {
    const last = Number(end[1]);
    return cut(end, dueOf('year', yearPeriod(Math.min(years.from ?? last, last), last)));
  }
  const one = ONE_YEAR.exec(text);
  if (one) {
    const year = Number(one[1] ?? one[2]);
    return cut(one, dueOf('year', yearPeriod(year, year)));
  }
  const whole = BARE_YEAR.exec(text);
  if (!whole || years.from === null) return undefined;
  return cut(whole, dueOf('year', yearPeriod(years.from, years.to ?? years.from)));
}

function cut(match: RegExpExecArray, due: Due): DuePart {
  return { due, start: match.index, end: match.index + match[0].length };
}
