import { isoDay } from './calendar-days.ts';
import { readDue } from './deadline.ts';
import type { PlanYears } from './due-parts.ts';
import { bare } from './letters.ts';
import type { Passage } from './passage.ts';
import type { RegimeItem, ReportPeriod } from './plan-reading.ts';
import { readUnits } from './unit-name.ts';

const PERIODS: readonly (readonly [ReportPeriod, string])[] = [
  ['Q1', 'quy (?:i|1)(?![a-z\\d])'],
  ['Q3', 'quy (?:iii|3)(?![a-z\\d])'],
  ['H1', '(?:6|06|sau) thang(?: dau nam)?'],
  ['9M', '(?:9|09|chin) thang(?: dau nam)?'],
  ['month', '(?:hang |dinh ky )?thang(?! \\d)'],
  ['quarter', '(?:hang )?quy(?! (?:i|\\d|dinh|che))(?![a-z])'],
  ['year', '(?:hang |tong ket )?nam(?! (?:20|truoc))'],
];
const ONE_REPORT =
  /^(?:[-+]\s*)?(?:doi voi\s+)?bao cao(?: cchc| cai cach hanh chinh| dinh ky)?\s+([^:;,.(]{1,40})/;
const WINDOW =
  /(?:chot|thoi gian|so lieu|lay so lieu|tinh)\b[^;]{0,60}?tu (?:ngay )?(\d{1,2})\/(\d{1,2})(?:\/(20\d\d))?( (?:cua )?nam truoc[a-z ]{0,14}| nam bao cao)?\s*(?:-|den)\s*(?:het )?(?:ngay )?(\d{1,2})\/(\d{1,2})(?:\/(20\d\d))?( nam sau)?/;
const SUBMIT =
  /(?:gui|nop|bao cao|hoan thanh|truoc|cham nhat)[^;:]{0,60}?(truoc|cham nhat|muon nhat|khong qua)(?: la| vao)?(?: ngay)?\s/;
const LIST =
  /(?:dinh ky|bao cao)[^.;]{0,20}?((?:(?:hang |theo )?(?:thang|quy(?: (?:iii|ii|iv|i|[1-4]))?|nam|(?:6|06|9|09) thang(?: dau nam)?)(?![a-z])[\s,]*(?:va |hoac |bao cao )?){1,7})/;
const RECEIVER =
  /(?:gui (?:ve|den|cho)?|ve|voi|toi|den)\s+(?=(?:chu tich|ubnd|uy ban|phong|van phong|so|trung tam)\b)/;

/** The reports that a plan asks for: those with their own line first, then the ones only listed in a sentence. */
export function readRegime(passages: readonly Passage[], years: PlanYears, level: string): RegimeItem[] {
  const items: RegimeItem[] = [];
  const general: RegimeItem[] = [];
  for (const passage of passages) {
    const plain = bare(passage.text);
    if (!plain.includes('bao cao')) continue;
    const single = ONE_REPORT.exec(plain);
    const period = single?.[1] === undefined ? undefined : periodsOf(single[1])[0];
    if (period && (WINDOW.test(plain) || SUBMIT.test(plain))) {
      items.push(itemOf(period, passage, plain, years, level));
      continue;
    }
    general.push(...listedReports(passage, plain, years, level));
  }
  const receiver = general.find((item) => item.to !== null);
  for (const item of items) {
    item.to ??= receiver?.to ?? null;
    item.by ??= receiver?.by ?? null;
  }
  const named = new Set(items.map((item) => item.period));
  const isCovered = (period: ReportPeriod): boolean =>
    named.has(period) || (period === 'quarter' && (named.has('Q1') || named.has('Q3')));
  return [...items, ...general.filter((item) => !isCovered(item.period))];
}

function periodsOf(text: string): ReportPeriod[] {
  const found: [number, ReportPeriod][] = [];
  let left = text;
  for (const [period, words] of PERIODS) {
    const match = new RegExp(`(?<![a-z])(?:${words})`).exec(left);
    if (!match) continue;
    found.push([match.index, period]);
    left =
      left.slice(0, match.index) + ' '.repeat(match[0].length) + left.slice(match.index + match[0].length);
  }
  return found.toSorted((a, b) => a[0] - b[0]).map(([, period]) => period);
}

function itemOf(
  period: ReportPeriod,
  passage: Passage,
  plain: string,
  years: PlanYears,
  level: string,
): RegimeItem {
  const window = windowOf(plain, years);
  const submit = submitOf(plain, years);
  return {
    period,
    data_from: window?.from ?? null,
    data_to: window?.to ?? null,
    submit_by: submit?.by ?? null,
    submit_rule: submit?.rule ?? null,
    to: receiverOf(passage.text, plain, level),
    by: null,
    text: passage.text,
    line: [...passage.line],
    doubts: [],
  };
}

/** The days between which figures count; a year not printed follows from "năm trước" or from the order of the days. */
function windowOf(plain: string, years: PlanYears): { from: string; to: string } | undefined {
  const match = WINDOW.exec(plain);
  if (!match || years.from === null) return undefined;
  const [, day, month, year, word, endDay, endMonth, endYear, nextYear] = match;
  const toYear = Number(endYear ?? (nextYear ? years.from + 1 : years.from));
  const to = isoDay(toYear, Number(endMonth), Number(endDay));
  const before = (word ?? '').includes('truoc') || Number(month) > Number(endMonth);
  const from = isoDay(Number(year ?? (before ? toYear - 1 : toYear)), Number(month), Number(day));
  return from && to && from <= to ? { from, to } : undefined;
}

function submitOf(
  plain: string,
  years: PlanYears,
): { by: string | null; rule: RegimeItem['submit_rule'] } | undefined {
  const match = SUBMIT.exec(plain);
  if (!match) return undefined;
  const start = match.index + match[0].lastIndexOf(match[1] ?? '');
  const phrase =
    plain
      .slice(start)
      .split(/[;()]|, thoi gian|, so lieu/)[0]
      ?.slice(0, 120) ?? '';
  const due = readDue(phrase, years)?.due;
  return { by: due?.kind === 'date' ? due.to : null, rule: withoutMonths(due?.recurrence ?? null, plain) };
}

const EXCEPT_MONTHS = /tru (?:cac )?thang ((?:\d{1,2}(?:, ?| va )?){1,11})/;

/** A monthly report that is left out in some months, as a rule those of the quarterly ones. */
function withoutMonths(rule: RegimeItem['submit_rule'], plain: string): RegimeItem['submit_rule'] {
  const months = [...(EXCEPT_MONTHS.exec(plain)?.[1]?.matchAll(/\d{1,2}/g) ?? [])]
    .map(([month]) => Number(month))
    .filter((month) => month >= 1 && month <= 12);
  return rule?.every === 'month' && months.length > 0 ? { ...rule, except_months: months } : rule;
}

function receiverOf(text: string, plain: string, level: string): string | null {
  const match = RECEIVER.exec(plain);
  if (!match) return null;
  const rest = text.slice(match.index + match[0].length);
  const through = /^[^.;(]{0,60}\(qua [^()]{0,60}\)/.exec(rest)?.[0];
  return through ?? readUnits(rest.split(/ để | trước | chậm nhất |[.;,(]/)[0] ?? '', level).units[0] ?? null;
}

/** A sentence that only lists its reports, with the day or days that it names; it must say who receives them. */
function listedReports(passage: Passage, plain: string, years: PlanYears, level: string): RegimeItem[] {
  if (!RECEIVER.test(plain)) return [];
  const sentence = plain.slice(0, 700);
  const lists = [LIST.exec(sentence)?.[1], /\(([^()]{0,160})\)/.exec(sentence)?.[1]];
  const reporting = /dinh ky|hang (?:thang|quy)|che do (?:thong tin,? )?bao cao/.test(sentence);
  const periods = reporting ? lists.map((list) => periodsOf((list ?? '').split(/gui|truoc/)[0] ?? '')) : [];
  const longest = periods.toSorted((a, b) => b.length - a.length)[0] ?? [];
  const submit = submitOf(sentence, years);
  const days = daysOf(sentence, years);
  return longest.map((period, index) => ({
    period,
    data_from: null,
    data_to: null,
    submit_by:
      days.length === longest.length && days.length > 1 ? (days[index] ?? null) : (submit?.by ?? null),
    submit_rule: submit?.rule ?? null,
    to: receiverOf(passage.text, plain, level),
    by: null,
    text: passage.text,
    line: [...passage.line],
    doubts: [],
  }));
}

function daysOf(sentence: string, years: PlanYears): (string | null)[] {
  const list =
    /(?:truoc|cham nhat)(?: vao| la)?(?: ngay)? ((?:\d{1,2}\/\d{1,2}(?:\/20\d\d)?[, ]*(?:va )?){2,5})/.exec(
      sentence,
    )?.[1];
  return [...(list ?? '').matchAll(/(\d{1,2})\/(\d{1,2})(?:\/(20\d\d))?/g)].map(
    (match) => isoDay(Number(match[3] ?? years.from), Number(match[2]), Number(match[1])) ?? null,
  );
}
