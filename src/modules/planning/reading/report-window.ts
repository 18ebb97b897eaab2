import { isoDay } from './calendar-days.ts';
import { type PlanYears, soleYear } from './due-parts.ts';
import { yearWords } from './due-prepared.ts';
import { readSpans } from './due-spans.ts';
import type { ReportPeriod } from './plan-reading.ts';

/** The days between which figures count; null where the words name none. */
interface Window {
  from: string | null;
  to: string | null;
}

/** A data window as printed: the same days for every report, or days that follow from the period of each. */
export interface WindowRead {
  of(period: ReportPeriod): Window;
  /** What is said besides. */
  left: string;
}

const NONE: Window = { from: null, to: null };
const DAY = '(?:ngay )?\\d{1,2}(?:\\s?[/.-]\\s?\\d{1,2}| thang \\d{1,2})[^;()]{0,40}?';
const RANGE = `${DAY}(?:-|den)\\s*(?:het )?(?:ngay )?\\d{1,2}(?:\\s?[/.-]\\s?\\d{1,2}(?:\\s?[/.-]\\s?20\\d\\d)?| thang \\d{1,2})(?: nam (?:20\\d\\d|sau|bao cao|nay))?`;
const WINDOW = new RegExp(
  `(?:(?:chot|thoi gian|so lieu|lay|tinh|thoi diem|ky)\\b[^;]{0,60}?((?:tu )?${RANGE})|\\b(tu ${RANGE}))`,
);
const CUT_OFF =
  /(?:chot|so lieu)(?: so lieu)?(?: bao cao| duoc)?(?: tinh| chot| lay)?(?: den| vao)(?: het)?( ngay [^;,()]{3,30})/;

const PLAIN_RANGE = new RegExp(`^\\s*[(:]\\s*(${RANGE})`);
/** "Từ ngày 15 tháng cuối quý trước đến ngày 14 tháng cuối quý báo cáo", "… tháng trước … tháng báo cáo". */
const RELATIVE =
  /tu (?:ngay )?(\d{1,2})(?: cua)? thang (?:cuoi(?: cua)? (?:quy|ky) )?truoc(?: lien ke| ky bao cao)?(?: den| -)(?: het)?(?: ngay)? (\d{1,2})(?: cua)? thang (cuoi(?: cua)? (?:quy|ky)(?: bao cao)?|bao cao|cuoi)/;
const RELATIVE_QUARTER =
  /tu (?:ngay )?(\d{1,2})(?: cua)? thang cuoi(?: cua)? (?:quy|ky)(?: bao cao)? (?:truoc|lien truoc)(?: lien ke)?(?: den| -)(?: het)?(?: ngay)? (\d{1,2})(?: cua)? thang cuoi(?: cua)? (?:quy|ky)(?: nay| bao cao)?/;

/** "năm trước kỳ báo cáo", "của kỳ báo cáo": words that part the two days of a range. */
const OF_REPORT = /\b(?:cua )?ky bao cao\b/g;

/** "Số liệu tính từ ngày 15/12/2025 đến ngày 14/3/2026"; a first day without its year may lie in the year before. */
export function readWindow(said: string, years: PlanYears): WindowRead | undefined {
  const text = yearWords(said, soleYear(years));
  const match = WINDOW.exec(text) ?? PLAIN_RANGE.exec(text);
  const range = match?.[1] ?? match?.[2];
  const due =
    range === undefined
      ? undefined
      : readSpans(withLastYear(range.replace(OF_REPORT, ' '), years), years)?.due;
  if (match && due?.from && due.to) {
    const { from, to } = due;
    return { of: () => ({ from, to }), left: text.replace(match[0], ' ') };
  }
  const quarter = RELATIVE_QUARTER.exec(text);
  if (quarter) {
    const [words, first, last] = quarter;
    return {
      of: (period) => ofPeriod(period, Number(first), Number(last), years),
      left: text.replace(words, ' '),
    };
  }
  const month = RELATIVE.exec(text);
  if (month) return { of: () => NONE, left: text.replace(month[0], ' ') };
  const cut = CUT_OFF.exec(text);
  const day = cut?.[1] === undefined ? undefined : readSpans(cut[1], years)?.due;
  const to = day?.kind === 'date' ? day.to : null;
  return cut && to ? { of: () => ({ from: null, to }), left: text.replace(cut[0], ' ') } : undefined;
}

/** The month in which the period of a report ends. */
export const LAST_MONTHS: Readonly<Partial<Record<ReportPeriod, number>>> = {
  Q1: 3,
  H1: 6,
  Q3: 9,
  '9M': 9,
  year: 12,
};

/** From a day in the last month of the period before, which for sums since January is last December. */
function ofPeriod(period: ReportPeriod, first: number, last: number, years: PlanYears): Window {
  const year = soleYear(years);
  const month = LAST_MONTHS[period];
  if (year === null || month === undefined) return NONE;
  const isSecond = period === 'Q3';
  const from = isSecond ? isoDay(year, month - 3, first) : isoDay(year - 1, 12, first);
  return { from: from ?? null, to: isoDay(year, month, last) ?? null };
}

/** The last day without its year lies in the plan's, whatever year is printed at the first. */
function withLastYear(range: string, years: PlanYears): string {
  const year = soleYear(years);
  return year === null || /20\d\d\D*$/.test(range) ? range : `${range} nam ${year}`;
}
