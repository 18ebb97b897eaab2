import { readMoments } from './due-moments.ts';
import { around, type DuePart, UNREAD } from './due-parts.ts';
import { EVERY_WORDS, WEEK_WORDS, WEEKDAY_WORDS } from './due-words.ts';
import type { Every, Recurrence } from './plan-reading.ts';

const PERIOD = '(?:(?:0?3|0?6|0?9|12|ba|sau) thang|(?:0?1 )?nam|tuan|thang|quy|nam|nua nam|ban nien)';
const EACH = '(?:hang|moi|tung|theo|dinh ky(?: vao)?(?:[ (:]+(?:hang|theo|moi))?|bao cao(?: dinh ky)?)';
/** Comes once a year between the half-year and the year: no rhythm of its own. */
const NINE_MONTHS = /^0?9 thang$/;
const NO_NAME = '(?![a-z]| (?:i|ii|iii|iv|\\d|dinh|che|dau|cuoi|hoc))';
const SEPARATOR = '\\s*(?:,|va|-|/|hoac|;|\\+)\\s*';
const IN_YEAR =
  '(?:\\s*(?:/|,|trong|cua|ca|suot)?\\s*(?:ca )?nam 20\\d\\d| trong (?:ca )?nam(?! 20)|/20\\d\\d)?';
const RHYTHM = new RegExp(
  `${EACH}[\\s(:]+(${PERIOD}${NO_NAME}(?:${SEPARATOR}(?:${EACH}\\s+|ca )?${PERIOD}${NO_NAME}){0,5})${IN_YEAR}`,
);
const BARE_RHYTHM = new RegExp(
  `^(${PERIOD}${NO_NAME}(?:${SEPARATOR}(?:${EACH} |ca )?${PERIOD}${NO_NAME}){1,5})`,
);
const HALF_AND_YEAR =
  /^(?:[a-z]+ ){0,3}?0?6 thang(?: dau nam)?(?: 20\d\d)?\s*(?:,|va|;)\s*(?:(?:ca|tong ket|bao cao|ca) )*nam(?: 20\d\d)?$/;
const ALL_OF_YEAR =
  /(?:cac|tat ca cac|ca 4|ca bon|4|12) (quy|thang|tuan) (?:(?:trong|cua) )?(?:ca )?nam(?: 20\d\d)?/;
const EVENTS = 'lan|dot|ky|buoi|cuoc(?: hop)?|phien|hoi nghi|lop|bao cao|tin|bai|chuyen muc|chuyen de';
const TIMES = new RegExp(
  `(?:(?:it nhat|toi thieu|khong duoi|tu)\\s+)?(\\d{1,3}) (?:${EVENTS})\\s*(?:/|trong|moi|mot|tren|hang|\\s)*\\s*(?:mot |01 |1 )?(${PERIOD}${NO_NAME}|nam(?= 20\\d\\d))(?: 20\\d\\d)?`,
);
const TIMES_BEHIND = new RegExp(
  `(?:moi|hang|mot|01|1) (${PERIOD})[ ,(]+(?:[a-z]+ ){0,4}?(\\d{1,3}) (?:${EVENTS})(?![a-z])`,
);
const INTERVAL = new RegExp(
  `(?:(\\d{1,2}) )?(tuan|thang|quy|nam)\\s*(?:/\\s*(?:0?1 )?|(?:moi |mot |0?1 )+)lan(?![a-z])`,
);
const BATCH = /(?:theo|tung|chia|cac) (?:tung |cac )*dot(?! xuat)(?: trong nam| cua nam| phat dong)?/;

/** A thing that comes again: "Hằng quý, năm", "Thứ Sáu hằng tuần", "Ngày 25 tháng cuối quý", "02 lần trong một năm". */
export function readRhythm(text: string): DuePart | undefined {
  const part =
    dayOfPeriod(text) ??
    weekRhythm(text) ??
    dayOfRhythm(text) ??
    datesRhythm(text) ??
    countRhythm(text) ??
    plainRhythm(text);
  return part && withExceptions({ ...part, left: part.left.replace(/\bdinh ky\b/, ' ') }, text);
}

function recurring(recurrence: Recurrence, left: string): DuePart {
  return { due: { kind: 'recurring', from: null, to: null, recurrence }, left };
}

function everyOf(word: string): Every {
  return EVERY_WORDS.find(([, words]) => new RegExp(`^(?:${words})$`).test(word))?.[0] ?? 'year';
}

function rest(text: string, match: RegExpExecArray): string {
  return around(text, match.index, match.index + match[0].length);
}

/** "2 tháng đầu năm", "6 tháng cuối năm": months that are counted, no day of a month. */
const COUNTED_MONTHS = '(?<!(?:ngay|mung|mong|truoc|nhat|qua|hon) )0?\\d thang (?:dau|cuoi)';
const EDGE_DAY = new RegExp(
  `(?<!\\d)(?!${COUNTED_MONTHS})(\\d{1,2})(?: (?:cua|hang|cac|moi|vao))* thang (cuoi cung|cuoi|dau tien|dau)(?: cua)?(?: (?:moi|tung|hang|cac|mot))?(?: (quy|nam|6 thang|06 thang|ky))?`,
);

/** "Ngày 25 tháng cuối quý", "trước ngày 05 của tháng đầu quý sau". */
function dayOfPeriod(text: string): DuePart | undefined {
  const edge = EDGE_DAY.exec(text);
  if (!edge) return undefined;
  const left = rest(text, edge);
  const period = edge[3] ?? /(?:hang|moi|dinh ky|theo) (quy|nam)(?! dinh)/.exec(left)?.[1] ?? 'quy';
  const every: Every = period === 'nam' ? 'year' : period.endsWith('thang') ? 'half-year' : 'quarter';
  const month = edge[2]?.startsWith('dau') ? 1 : 'last';
  return recurring({ every, dayOfMonth: Number(edge[1]), month }, withoutRhythm(left, [every]));
}

/** Takes away the words that only say once more what the rhythm is. */
function withoutRhythm(left: string, said: readonly Every[]): string {
  const again = new RegExp(
    `(?:dinh ky )?${EACH} (${PERIOD})(?! (?:i|ii|iii|iv|\\d))(?:${SEPARATOR}nam)?`,
  ).exec(left);
  const every = again?.[1] === undefined ? [] : [everyOf(again[1])];
  return again && every.every((each) => said.includes(each)) ? rest(left, again) : left;
}

const WEEKDAY = /(?:(?:sang|chieu|ngay) )?(?:thu (hai|ba|tu|nam|sau|bay|[2-7])|(chu nhat))(?![a-z])/;
const WEEK =
  /tuan (dau tien|dau|cuoi cung|cuoi|thu (?:nhat|hai|ba|tu|[1-4]))(?: (?:cua |trong |hang |moi |cac )*(tuan|thang|quy|nam))?(?![a-z]| (?:\d|i))/;
const WEEKLY = /(hang|moi|cua|trong|dau|cuoi) (?:tung |cac )?(tuan|thang|quy)(?: trong nam)?/;

/** "Thứ Sáu hằng tuần", "thứ Bảy tuần đầu mỗi tháng", "tuần thứ 2 hằng tháng". */
function weekRhythm(text: string): DuePart | undefined {
  const week = WEEK.exec(text);
  const withoutWeek = week ? rest(text, week) : text;
  const weekday = WEEKDAY.exec(withoutWeek);
  const withoutDay = weekday ? rest(withoutWeek, weekday) : withoutWeek;
  const rhythm = WEEKLY.exec(withoutDay);
  if (!(week && (week[2] ?? rhythm ?? weekday)) && !(weekday && rhythm)) return undefined;
  const number = WEEKDAY_WORDS[weekday?.[1] ?? weekday?.[2] ?? ''];
  const every = everyOf(week?.[2] ?? rhythm?.[2] ?? 'thang');
  const weekNumber = WEEK_WORDS[week?.[1] ?? (every === 'week' ? '' : (rhythm?.[1] ?? ''))];
  return recurring(
    {
      every: week && every === 'week' ? 'month' : every,
      ...(number === undefined ? {} : { weekday: number }),
      ...(weekNumber === undefined ? {} : { week: weekNumber }),
    },
    rhythm ? rest(withoutDay, rhythm) : withoutDay,
  );
}

const DAY_OF_EACH =
  /(?:ngay |mung |mong |truoc )+(\d{1,2}) (?:cua |vao )?(?:hang|moi|tung|cac|cua) ?thang(?! \d)|(?:ngay|mung|mong)(?: mung| mong)? (\d{1,2}) (?:cua )?thang (?:sau|ke tiep|tiep theo|lien ke|lien sau)/;
/** "Mồng 3, mồng 8 hằng tháng": how often, for no rhythm holds two days. */
const DAYS_OF_EACH =
  /(?<!(?:tu|den|tu ngay|den ngay) )(?:ngay |mung |mong )+\d{1,2}(?:(?:,| va|;)(?: ngay| mung| mong)* \d{1,2})+ (?:cua )?(?:hang|moi|tung|cac) thang(?! \d)/;
const DAY_BEHIND = /(?:ngay|mung|mong)(?: mung| mong)? (\d{1,2})(?!\d|\s?[/.]\s?\d| thang \d)/;
const EACH_MONTH = /(?:hang|moi|tung|dinh ky(?: hang)?) thang(?! \d)/;
const EACH_YEAR = /(?:hang|moi|thuong) (?:nam(?! 20)|nien)/;
const EACH_QUARTER = /(?:hang|moi|tung|dinh ky(?: hang)?) quy(?! (?:i|\d|dinh))(?![a-z])/;

/** "Trước ngày 05 hằng tháng", "hằng tháng (trước ngày 20)", "15/12 hằng năm", "tháng 11 hằng năm". */
function dayOfRhythm(text: string): DuePart | undefined {
  const several = DAYS_OF_EACH.exec(text);
  if (several) {
    const times = several[0].match(/\d{1,2}/g)?.length ?? 2;
    return recurring({ every: 'month', times }, `${rest(text, several)}${UNREAD}`);
  }
  const each = DAY_OF_EACH.exec(text);
  if (each) {
    const recurrence: Recurrence = { every: 'month', dayOfMonth: Number(each[1] ?? each[2]) };
    return recurring(recurrence, withoutRhythm(rest(text, each), ['month']));
  }
  for (const [every, words] of [['month', EACH_MONTH] as const, ['quarter', EACH_QUARTER] as const]) {
    const rhythm = words.exec(text);
    const left = rhythm ? rest(text, rhythm) : '';
    const day = DAY_BEHIND.exec(left);
    if (!rhythm || !day || readMoments(left).length > 0) continue;
    const behind = rest(left, day);
    return recurring(
      { every, dayOfMonth: Number(day[1]) },
      every === 'quarter' ? `${behind}${UNREAD}` : behind,
    );
  }
  const yearly = EACH_YEAR.exec(text);
  return yearly ? yearlyMoments(rest(text, yearly)) : undefined;
}

function yearlyMoments(left: string): DuePart | undefined {
  const moments = readMoments(left);
  const [first, last] = [moments[0], moments.at(-1)];
  if (!first || !last || (first.unit !== 'day' && first.unit !== 'month')) return undefined;
  if (moments.some((moment) => moment.unit !== first.unit || moment.joint === 'range')) return undefined;
  const behind = around(left, first.start, last.end);
  const day = first.unit === 'day' ? { dayOfMonth: first.day } : {};
  const rhythm = rhythmOfMonths(moments.map((moment) => moment.firstMonth));
  if (rhythm && moments.every((moment) => moment.day === first.day)) {
    return recurring({ every: rhythm, ...day, month: 'last' }, behind);
  }
  const oneOfSeveral = moments.length > 1 ? `${behind}${UNREAD}` : behind;
  return recurring({ every: 'year', ...day, month: first.firstMonth }, oneOfSeveral);
}

function rhythmOfMonths(months: readonly number[]): Every | undefined {
  if (months.join() === '3,6,9,12') return 'quarter';
  return months.join() === '6,12' ? 'half-year' : undefined;
}

/** "15/3; 15/6; 15/9; 15/12": one day in the last month of each quarter, or of each half-year. */
function datesRhythm(text: string): DuePart | undefined {
  const moments = readMoments(text);
  const [first, last] = [moments[0], moments.at(-1)];
  const isEachDay = /ngay \d{1,2}(?: cua)? (?:cac )?thang \d/.test(text);
  if (!first || !last || first.unit !== 'day' || moments.length < 2) return undefined;
  const months = moments.map((moment) => moment.firstMonth);
  if (moments.some((moment) => moment.day !== first.day || moment.joint === 'range')) return undefined;
  const every: Every | undefined = months.length === 12 ? 'month' : rhythmOfMonths(months);
  if (!every && !isEachDay) return undefined;
  if (!every) return undefined;
  const { day: dayOfMonth } = first;
  return recurring(
    every === 'month' ? { every, dayOfMonth } : { every, dayOfMonth, month: 'last' },
    around(text, first.start, last.end),
  );
}

function countRhythm(text: string): DuePart | undefined {
  const front = TIMES.exec(text);
  if (front?.[2]) {
    return recurring({ every: everyOf(front[2]), times: Number(front[1]) }, rest(text, front));
  }
  const behind = TIMES_BEHIND.exec(text);
  if (behind?.[1]) {
    return recurring({ every: everyOf(behind[1]), times: Number(behind[2]) }, rest(text, behind));
  }
  const interval = INTERVAL.exec(text);
  if (!interval) return undefined;
  const [, count, unit] = interval;
  const every = everyOf(
    count === undefined || Number(count) === 1 ? (unit ?? '') : `${Number(count)} ${unit}`,
  );
  const isWhole =
    count === undefined || Number(count) === 1 || /^(?:3|6|12) thang$/.test(`${Number(count)} ${unit}`);
  return isWhole
    ? recurring({ every }, rest(text, interval))
    : recurring({ every: everyOf(unit ?? '') }, text);
}

/** "Cuối tháng", "đầu mỗi quý": which day is meant stays open, so the words count as unread. */
const EDGE_OF_EACH =
  /(?:cuoi|dau|giua)(?: cung| tien)?(?: (?:cua|moi|cac|hang|tung))* (thang|quy)(?! (?:\d|i|nay|sau))(?![a-z])/;

function plainRhythm(text: string): DuePart | undefined {
  const edge = EDGE_OF_EACH.exec(text);
  if (edge?.[1]) return recurring({ every: everyOf(edge[1]) }, text);
  const rhythm = RHYTHM.exec(text) ?? BARE_RHYTHM.exec(text);
  if (rhythm?.[1]) {
    const words = rhythm[1].match(new RegExp(PERIOD, 'g')) ?? [];
    const every = [...new Set(words.filter((word) => !NINE_MONTHS.test(word)).map(everyOf))];
    const [only] = every;
    if (only === undefined) return undefined;
    const left = words.some((word) => NINE_MONTHS.test(word))
      ? `${rest(text, rhythm)}${UNREAD}`
      : rest(text, rhythm);
    return recurring({ every: every.length === 1 ? only : every }, left);
  }
  if (HALF_AND_YEAR.test(text)) return recurring({ every: ['half-year', 'year'] }, '');
  const all = ALL_OF_YEAR.exec(text);
  if (all?.[1]) return recurring({ every: everyOf(all[1]) }, rest(text, all));
  const yearly = /thuong nien/.exec(text);
  if (yearly) return recurring({ every: 'year' }, rest(text, yearly));
  const batch = BATCH.exec(text);
  return batch ? recurring({ every: 'batch' }, rest(text, batch)) : undefined;
}

const EXCEPT_MONTHS = /\(?\s*(?:ngoai )?tru (?:cac )?thang ((?:\d{1,2}(?:,? va |, ?|; ?)?){1,11})\)?/;

/** "trừ các tháng 3, 6, 9, 12": months in which a monthly thing does not happen. */
function withExceptions(part: DuePart, text: string): DuePart {
  const exception = EXCEPT_MONTHS.exec(text);
  const { recurrence } = part.due;
  if (!exception?.[1] || recurrence?.every !== 'month') return part;
  const months = [...exception[1].matchAll(/\d{1,2}/g)]
    .map(([month]) => Number(month))
    .filter((month) => month >= 1 && month <= 12);
  const left = part.left.replace(EXCEPT_MONTHS, ' ');
  return { due: { ...part.due, recurrence: { ...recurrence, except_months: months } }, left };
}
