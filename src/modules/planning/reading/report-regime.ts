import { readDue } from './deadline.ts';
import type { PlanYears } from './due-parts.ts';
import { bare } from './letters.ts';
import { withDigits } from './misread-digits.ts';
import { readLabel } from './numbering.ts';
import type { Passage } from './passage.ts';
import type { Every, RegimeItem, ReportPeriod } from './plan-reading.ts';
import { handInFor, readHandIn } from './report-days.ts';
import { findReports } from './report-mention.ts';
import { readWindow } from './report-window.ts';
import { type Parties, readParties } from './report-parties.ts';

const ABOUT_REPORTS = /bao cao|gui (?:ket qua|so lieu)/;
/** Lines of a task that name its product or its time, not a report of the regime. */
const TASK_FIELD =
  /^(?:[-+•]\s*)?(?:(?:co quan|don vi) )?(?:chu tri|phoi hop|san pham|thoi gian(?! (?:chot|gui|nop|bao cao))|ket qua)\b/;
const REGULAR = /dinh ky|hang (?:thang|quy)|che do (?:thong tin,? )?bao cao/;
/** "VP.", "P.": a dot that ends no sentence. */
const ABOUT_DEADLINE = /^thoi (?:han|gian)(?: gui| nop)? bao cao/;
const ABBREVIATION_DOT = /(?<=(?<!\p{L})(?:VP|P|TT|UB|TP))\.(?=\s?\p{L})/gu;
const LONGEST_SENTENCE = 900;

interface Reader {
  years: PlanYears;
  level: string;
}

/**
 * The reports that a plan asks for.
 *
 * Those with a day or a data window of their own come first; of those only listed in a sentence that says who
 * receives them, the ones that these do not cover already.
 */
export function readRegime(passages: readonly Passage[], years: PlanYears, level: string): RegimeItem[] {
  const dated: RegimeItem[] = [];
  const listed: RegimeItem[] = [];
  const parties: Parties[] = [];
  let headed: Headed = 'no';
  for (const passage of passages) {
    const plain = bare(passage.text);
    headed = headedBy(passage, plain, headed);
    if (!(headed !== 'no' || ABOUT_REPORTS.test(plain)) || TASK_FIELD.test(plain)) continue;
    const read = itemsOf(passage, headed !== 'no', { years, level });
    dated.push(...read.dated);
    listed.push(...read.listed);
    if (read.dated.length > 0 || read.listed.length > 0 || plain.endsWith(':')) parties.push(read.parties);
  }
  const whole = joinHalves(dated);
  const receiver = parties.find(({ to }) => to !== null)?.to ?? null;
  const sender = parties.find(({ by }) => by !== null)?.by ?? null;
  for (const item of whole) {
    item.to ??= receiver;
    item.by ??= sender;
  }
  const named = new Set(whole.map((item) => item.period));
  const isCovered = (period: ReportPeriod): boolean =>
    named.has(period) || (period === 'quarter' && (named.has('Q1') || named.has('Q3')));
  return [...whole, ...listed.filter((item) => !isCovered(item.period))];
}

/** One report whose hand-in stands in one place and whose data window in another. */
function joinHalves(items: readonly RegimeItem[]): RegimeItem[] {
  const hasWindow = (item: RegimeItem): boolean => item.data_to !== null;
  const hasDay = (item: RegimeItem): boolean => item.submit_by !== null || item.submit_rule !== null;
  const joined: RegimeItem[] = [];
  for (const item of items) {
    const half = joined.find(
      (other) =>
        other.period === item.period &&
        hasWindow(other) !== hasWindow(item) &&
        hasDay(other) !== hasDay(item),
    );
    if (!half) {
      joined.push({ ...item });
      continue;
    }
    half.data_from ??= item.data_from;
    half.data_to ??= item.data_to;
    half.submit_by ??= item.submit_by;
    half.submit_rule ??= item.submit_rule;
    half.to ??= item.to;
    half.line = [...new Set([...half.line, ...item.line])];
  }
  return joined;
}

/** How far the words "báo cáo" above a passage reach: a heading over its part, a sentence with a colon over its list. */
type Headed = 'by-heading' | 'by-colon' | 'no';

function headedBy(passage: Passage, plain: string, before: Headed): Headed {
  if (passage.footnote) return before;
  const named = plain.includes('bao cao');
  if (passage.heading) return named ? 'by-heading' : 'no';
  if (plain.endsWith(':')) return named ? 'by-colon' : before;
  const isItem =
    passage.label === undefined || passage.label.kind === 'dash' || passage.label.kind === 'plus';
  return before === 'by-colon' && !isItem ? 'no' : before;
}

interface Items {
  dated: RegimeItem[];
  listed: RegimeItem[];
  parties: Parties;
}

function itemsOf(passage: Passage, headed: boolean, reader: Reader): Items {
  const words = passage.footnote ? passage.text : (readLabel(passage.text)?.rest ?? passage.text);
  const text = words.replace(ABBREVIATION_DOT, ' ');
  const plain = withoutOwnYear(asScanned(bare(text).slice(0, LONGEST_SENTENCE)), reader.years);
  const parties = readParties(text, reader.level);
  const mentions = findReports(plain, headed);
  const items: Items = { dated: [], listed: [], parties };
  const itemOf = (period: ReportPeriod, more: Partial<RegimeItem>): RegimeItem => ({
    period,
    data_from: null,
    data_to: null,
    submit_by: null,
    submit_rule: null,
    ...parties,
    text: passage.text,
    line: [...passage.line],
    doubts: [],
    ...more,
  });
  for (const { periods, said } of mentions) {
    const data = readWindow(said, reader.years);
    const handIn = readHandIn(data?.left ?? said, reader.years, periods[0]);
    const isDated = data !== undefined || handIn !== undefined;
    if (!isDated && !(parties.to !== null && REGULAR.test(plain))) continue;
    for (const [index, period] of periods.entries()) {
      const { by, rule } = handInFor(period, index, periods.length, handIn, reader.years);
      const { from, to: end } = data?.of(period) ?? { from: null, to: null };
      const item = itemOf(period, { data_from: from, data_to: end, submit_by: by, submit_rule: rule });
      (isDated && periods.length === 1 ? items.dated : items.listed).push(item);
    }
  }
  const unnamed = unnamedReport(plain.slice(0, mentions[0]?.start), reader.years);
  const isForReports = parties.to !== null || ABOUT_DEADLINE.test(plain);
  if (unnamed && isForReports && items.listed.length === 0) {
    items.dated.unshift(itemOf(unnamed.period, unnamed));
  }
  return items;
}

/** "quý l", "l5/12": letters and figures that a scanner took for each other. */
function asScanned(plain: string): string {
  return withDigits(plain).replace(/\bquy [l1]{1,3}(?![a-z\d])/g, (words) => words.replace(/[l1]/g, 'i'));
}

/** "Báo cáo tổng kết năm 2026" is the report of the year, not one on another. */
function withoutOwnYear(plain: string, { from }: PlanYears): string {
  return plain.replace(
    new RegExp(`((?:bao cao|tong ket|cchc|hanh chinh) nam) ${from ?? '-'}`, 'g'),
    (words, kept: string) => kept.padEnd(words.length),
  );
}

const OF_RHYTHM: Readonly<Partial<Record<Every, ReportPeriod>>> = {
  month: 'month',
  quarter: 'quarter',
  'half-year': 'H1',
  year: 'year',
};

interface Unnamed {
  period: ReportPeriod;
  submit_by: string | null;
  submit_rule: RegimeItem['submit_rule'];
}

const OF_MONTH: Readonly<Record<string, ReportPeriod>> = { '06': 'H1', '11': 'year', '12': 'year' };
const OF_THE_PLAN = /bao cao ket qua (?:thuc hien|trien khai) (?:ke hoach|nhiem vu|cong tac)/;

/** "Báo cáo kết quả về … chậm nhất ngày 14 của tháng cuối quý": the day says which report is meant. */
function unnamedReport(plain: string, years: PlanYears): Unnamed | undefined {
  for (const clause of plain.split(/[;.](?=\s|$)/)) {
    const act = ABOUT_REPORTS.exec(clause);
    if (!act) continue;
    const rhythm = readDue(clause.slice(0, act.index), years)?.due.recurrence ?? null;
    const handIn = readHandIn(clause, years) ?? (rhythm?.dayOfMonth ? { by: null, rule: rhythm } : undefined);
    const every = handIn?.rule?.every;
    const period = typeof every === 'string' ? OF_RHYTHM[every] : undefined;
    if (handIn && period) return { period, submit_by: null, submit_rule: handIn.rule };
    const named = OF_THE_PLAN.test(clause) ? OF_MONTH[handIn?.by?.slice(5, 7) ?? ''] : undefined;
    if (handIn && named) return { period: named, submit_by: handIn.by, submit_rule: null };
  }
  return undefined;
}
