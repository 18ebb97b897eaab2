import { isoDay } from './calendar-days.ts';
import { readDue } from './deadline.ts';
import { readMoments } from './due-moments.ts';
import { type PlanYears, soleYear } from './due-parts.ts';
import { yearWords } from './due-prepared.ts';
import type { Recurrence, ReportPeriod } from './plan-reading.ts';
import { LAST_MONTHS } from './report-window.ts';

/** When a report is handed in: on one day, or by a rule; `days` when the words name one for each report. */
export interface HandIn {
  by: string | null;
  rule: Recurrence | null;
  days: string[];
}

const LIMITS =
  /(?<![a-z])(?:truoc|cham nhat|muon nhat|khong qua|khong muon hon|han (?:nop|gui|cuoi)|thoi han)(?![a-z])/g;
const PLAIN_DAYS = /(?<![a-z])(?:(?:vao|gui|nop) )?(?:ngay|mung|thu) (?=[\da-z])/g;
const LONGEST_PHRASE = 120;

/**
 * "Gửi trước ngày 15/3", "chậm nhất ngày 20 hằng tháng": limits first, days without such a word after them. A bare
 * "trước ngày 15" is the day of a monthly report.
 */
export function readHandIn(said: string, years: PlanYears, period?: ReportPeriod): HandIn | undefined {
  const text = yearWords(said, soleYear(years));
  for (const match of [...text.matchAll(LIMITS), ...text.matchAll(PLAIN_DAYS)]) {
    const phrase =
      text.slice(match.index, match.index + LONGEST_PHRASE).split(/[;()]|, (?:so|thoi) |\. /)[0] ?? '';
    const ofMonth = period === 'month' ? handInOf(`${phrase} hang thang`, years) : undefined;
    const handIn = handInOf(phrase, years) ?? ofMonth;
    if (handIn) return { ...handIn, rule: withoutMonths(handIn.rule, text) };
  }
  return undefined;
}

function handInOf(phrase: string, years: PlanYears): HandIn | undefined {
  const due = readDue(phrase, years)?.due;
  const days = readMoments(phrase).flatMap(({ unit, day, firstMonth, year }) => {
    const printed = year ?? soleYear(years);
    return unit === 'day' && printed !== null ? (isoDay(printed, firstMonth, day) ?? []) : [];
  });
  if (due?.recurrence && (due.recurrence.dayOfMonth ?? due.recurrence.weekday)) {
    return { by: null, rule: due.recurrence, days };
  }
  if (due?.kind === 'date' && due.to)
    return { by: due.periods ? (days[0] ?? due.to) : due.to, rule: null, days };
  return soleYear(years) === null ? yearlyDay(phrase) : undefined;
}

/** In a plan of several years a day without its year comes again each year. */
function yearlyDay(phrase: string): HandIn | undefined {
  const [first] = readMoments(phrase);
  return first?.unit === 'day' && first.year === null
    ? { by: null, rule: { every: 'year', dayOfMonth: first.day, month: first.firstMonth }, days: [] }
    : undefined;
}

const EXCEPT_MONTHS = /tru (?:cac )?thang ((?:\d{1,2}(?:, ?| va )?){1,11})/;

/** A monthly report that is left out in some months, as a rule those of the quarterly ones. */
function withoutMonths(rule: Recurrence | null, plain: string): Recurrence | null {
  const months = [...(EXCEPT_MONTHS.exec(plain)?.[1]?.matchAll(/\d{1,2}/g) ?? [])]
    .map(([month]) => Number(month))
    .filter((month) => month >= 1 && month <= 12);
  return rule?.every === 'month' && months.length > 0 ? { ...rule, except_months: months } : rule;
}

/** The hand-in of one of several reports: its own day in the list, or the day that a quarterly rule gives it. */
export function handInFor(
  period: ReportPeriod,
  index: number,
  count: number,
  handIn: HandIn | undefined,
  years: PlanYears,
): Pick<HandIn, 'by' | 'rule'> {
  if (!handIn) return { by: null, rule: null };
  if (count > 1 && handIn.days.length === count) return { by: handIn.days[index] ?? null, rule: null };
  const month = LAST_MONTHS[period];
  const year = soleYear(years);
  const { rule } = handIn;
  if (rule?.every === 'quarter' && rule.month === 'last' && rule.dayOfMonth && month && year) {
    return { by: isoDay(year, month, rule.dayOfMonth) ?? null, rule: null };
  }
  return { by: handIn.by, rule };
}
