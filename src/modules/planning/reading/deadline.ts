import { readEvent, readLooseEvent } from './due-event.ts';
import { type DuePart, dueOf, type PlanYears, soleYear } from './due-parts.ts';
import {
  calendarWords,
  daysOfMonthParts,
  withoutCitations,
  withoutNoise,
  yearWords,
} from './due-prepared.ts';
import { readRhythm } from './due-rhythm.ts';
import { readSpans } from './due-spans.ts';
import { TIME_WORD } from './due-words.ts';
import { bare, oneLine } from './letters.ts';
import type { Due } from './plan-reading.ts';
import { withDigits } from './misread-digits.ts';

const LONGEST_PHRASE = 600;
const MOST_STEPS = 8;
const STEP_KINDS: Readonly<Partial<Record<Due['kind'], string>>> = {
  date: 'calendar',
  month: 'calendar',
  quarters: 'calendar',
  year: 'calendar',
  recurring: 'rhythm',
  'after-event': 'event',
  'on-request': 'event',
};

export interface DueRead {
  due: Due;
  /** False when words of time are left over: the reading then holds only a part of what is printed. */
  whole: boolean;
}

/**
 * Reads a deadline as printed in a plan; null when the phrase is not understood.
 *
 * A year that is not printed is the plan's, when the plan is for one year. Grammars are tried from the most to the
 * least telling: an event or request, a rhythm, days, months, quarters, years, "thường xuyên".
 */
export function readDue(phrase: string, years: PlanYears): DueRead | null {
  const given = oneLine(phrase.normalize('NFC')).replace(/[“”"]/g, '');
  if (given === '' || given.length > LONGEST_PHRASE) return null;
  const printed = calendarWords(given).replace(/^[-+•*.,;:\s]+/, '');
  const text = withoutNoise(withDigits(bare(printed)));
  if (isOfSeveralKinds(text, printed, years)) return null;
  const part = firstPart(text, printed, years);
  return part ? { due: part.due, whole: !TIME_WORD.test(part.left) } : null;
}

/** "Trước 30/4/2026; hằng tháng": deadlines of several steps that no single one can stand for. */
function isOfSeveralKinds(text: string, printed: string, years: PlanYears): boolean {
  if (/\bhang nam\b/.test(text)) return false;
  const ends = [...text.matchAll(/;/g)].map(({ index }) => index);
  if (ends.length === 0 || ends.length > MOST_STEPS) return false;
  const starts = [0, ...ends.map((end) => end + 1)];
  const parts = starts.map((start, index) => {
    const end = ends[index] ?? text.length;
    const skipped = text.slice(start, end).search(/\S/);
    return skipped < 0
      ? undefined
      : firstPart(text.slice(start + skipped, end), printed.slice(start + skipped, end), years);
  });
  const kinds = parts.map((part) =>
    part && !/[a-z\d]/.test(part.left) ? STEP_KINDS[part.due.kind] : undefined,
  );
  return kinds.every((kind) => kind !== undefined) && new Set(kinds).size > 1;
}

function firstPart(text: string, printed: string, years: PlanYears): DuePart | undefined {
  const ongoing = readOngoing(text);
  if (ongoing) return ongoing;
  const dated = daysOfMonthParts(yearWords(withoutCitations(text), soleYear(years)), soleYear(years));
  if (BEFORE_EVENT.test(dated)) return dayBesideEvent(dated, years);
  const event = readEvent(text, printed);
  if (event) return lastDayBehind(dated, years) ?? event;
  return readRhythm(dated) ?? readSpans(dated, years) ?? readUnending(text) ?? readLooseEvent(text, printed);
}

const ONGOING_BEHIND =
  /^thuong xuyen(?:(?:[,;/]| va|)\s*\(?(?:lien tuc|hang ngay|dot xuat|trong (?:ca )?nam(?: 20\d\d)?|ca nam|(?:nam )?20\d\d|trong giai doan 20\d\d\s*-\s*20\d\d|giai doan 20\d\d\s*-\s*20\d\d|theo quy dinh|hang nam)\)?)*/;

/** "Thường xuyên", also behind other words when these name no time. */
function readOngoing(text: string): DuePart | undefined {
  if (/^(?:tx\W*$|lien tuc\b)/.test(text) && !/\d|\b(?:quy|thang)\b/.test(text))
    return { due: dueOf('ongoing', {}), left: '' };
  const at = text.indexOf('thuong xuyen');
  if (at > 0 && /\d|hang|dinh ky|\bquy\b/.test(text.slice(0, at))) return undefined;
  const behind = at < 0 ? null : ONGOING_BEHIND.exec(text.slice(at));
  if (behind) return { due: dueOf('ongoing', {}), left: text.slice(at + behind[0].length) };
  return /^(?:hang|moi) ngay(?![a-z])(?! \d)/.test(text)
    ? { due: dueOf('ongoing', {}), left: '' }
    : undefined;
}

function readUnending(text: string): DuePart | undefined {
  return /lien tuc|xuyen suot/.test(text) ? { due: dueOf('ongoing', {}), left: '' } : undefined;
}

/** No due can say that a thing comes before an event. */
const BEFORE_EVENT = /\btruoc (?:khi(?! ket thuc)|ky hop|nam hoc|hoi nghi|dai hoi|tet|dip|mua|le )[^,;()]*/;

/** "Trước 15/5 (trước kỳ họp HĐND)": the day that is said as well, and a person is asked to look. */
function dayBesideEvent(text: string, years: PlanYears): DuePart | undefined {
  const part = readSpans(text.replace(BEFORE_EVENT, ' '), years);
  return part?.due.kind === 'date' ? { ...part, left: text } : undefined;
}

const LAST_DAY = /(?<=[ ,;(])(?:truoc|cham nhat|muon nhat|khong muon hon|xong truoc|hoan thanh truoc)(?= )/;

/** "Theo hướng dẫn của tỉnh, chậm nhất 30/9/2026": the day outweighs the event, and a person is asked to look. */
function lastDayBehind(text: string, years: PlanYears): DuePart | undefined {
  const at = LAST_DAY.exec(text)?.index;
  const part = at === undefined ? undefined : readSpans(text.slice(at), years);
  if (part?.due.kind !== 'date' || at === undefined) return undefined;
  return { ...part, left: `${text.slice(0, at)} sau khi ${part.left}` };
}
