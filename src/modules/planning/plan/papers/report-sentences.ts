import { formatDayFirst, parsePlainDate } from '#platform/clock/plain-date.ts';
import { readLabel } from '../../reading/numbering.ts';
import type { RegimeItem } from '../../reading/plan-reading.ts';
import { paperWords } from '../texts.ts';
import { plainWords } from './sentence.ts';

const words = paperWords.report;
const OPENS_REPORT = /^(?:định kỳ|báo cáo)(?![\p{L}\p{M}])/iu;
const NAMES_RECEIVER = /(?:gửi|nộp|về|với)\s+(?!trước|chậm|vào|ngày|kết quả)/iu;
const NAME_BEHIND = /\s*\(báo cáo[^()]{0,40}\)$/iu;
const FIGURES = /số liệu/iu;
const NAMES_DAY = /\d{1,2}\s?\/\s?\d{1,2}|(?:ngày|mùng|thứ)\s+[\p{L}\d]/iu;
const OWN_NAME =
  /^báo cáo(?: cchc)?(?: quý (?:i{1,3}|iv|[1-4])| (?:6|9) tháng(?: đầu năm)?| (?:hàng |hằng )?(?:tháng|quý|năm))\s*[:,]?\s*/iu;

/**
 * The reports that a plan asks for, a sentence each, in the plan's own words.
 *
 * What those leave to their context (which report, to whom, over which days) is added, so that a sentence taken from a
 * longer one can stand alone.
 */
export function reportSentences(regime: readonly RegimeItem[]): string[] {
  const uses = new Map<string, number>();
  for (const { text } of regime) uses.set(text, (uses.get(text) ?? 0) + 1);
  return [...new Set(regime.map((item) => sentenceOf(item, (uses.get(item.text) ?? 0) > 1)))];
}

function sentenceOf(item: RegimeItem, isShared: boolean): string {
  const printed = printedText(item);
  if (isShared && submitOf(item) === '' && OPENS_REPORT.test(printed)) return severalOf(item, printed);
  const window = FIGURES.test(printed) ? '' : windowOf(item);
  const parts = standsAlone(item, printed)
    ? [printed, missingSubmit(item, printed)]
    : [opening(item), ...ruleOf(item, printed, isShared || window !== '')];
  return [...parts, window].filter((part) => part !== '').join(', ');
}

/** One sentence that orders several reports by a rule that only its own words say. */
function severalOf(item: RegimeItem, printed: string): string {
  const [first = ''] = printed;
  const sentence = first.toLocaleUpperCase('vi') + printed.slice(1);
  return item.to === null || plainWords(printed).includes(plainWords(item.to))
    ? sentence
    : words.to(sentence, item.to);
}

/** When it is due, in the plan's words; in ours where those speak of several reports or are a row of days. */
function ruleOf(item: RegimeItem, printed: string, inOurWords: boolean): string[] {
  const own = printed.replace(OWN_NAME, '').replace(NAME_BEHIND, '');
  if (inOurWords || own === '') return [submitOf(item) || lowerFirst(printed)];
  return [lowerFirst(own), missingSubmit(item, printed)];
}

function missingSubmit(item: RegimeItem, printed: string): string {
  return NAMES_DAY.test(printed) ? '' : submitOf(item);
}

function printedText(item: RegimeItem): string {
  const text = item.text.trim();
  return readLabel(text)?.rest ?? text;
}

function standsAlone(item: RegimeItem, printed: string): boolean {
  if (!OPENS_REPORT.test(printed) || !printed.toLowerCase().includes(words.any)) return false;
  return (
    item.to === null || plainWords(printed).includes(plainWords(item.to)) || NAMES_RECEIVER.test(printed)
  );
}

function opening(item: RegimeItem): string {
  const name = words.name[item.period];
  return item.to === null ? name : words.to(name, item.to);
}

/** When it is handed in, where the plan's own words cannot be taken over. */
function submitOf(item: RegimeItem): string {
  const date = item.submit_by === null ? undefined : parsePlainDate(item.submit_by);
  if (date !== undefined) return words.submit(formatDayFirst(date));
  const { every, dayOfMonth } = item.submit_rule ?? {};
  if (dayOfMonth === undefined) return '';
  if (every === 'month') return words.submitMonthly(dayOfMonth);
  return every === 'quarter' ? words.submitQuarterly(dayOfMonth) : '';
}

/** The days over which figures count. */
function windowOf(item: RegimeItem): string {
  const [from, to] = [item.data_from, item.data_to].map((date) =>
    date === null ? undefined : parsePlainDate(date),
  );
  if (from === undefined || to === undefined) return '';
  return words.window(formatDayFirst(from), formatDayFirst(to));
}

function lowerFirst(text: string): string {
  const [first = ''] = text;
  return first.toLocaleLowerCase('vi') + text.slice(first.length);
}
