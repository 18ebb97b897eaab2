import type { DuePart } from './due-parts.ts';
import { EVERY_WORDS, LIMIT, OFFSET_UNITS, WEEK_WORDS, WEEKDAY_WORDS } from './due-words.ts';
import type { Due, Every, Recurrence } from './plan-reading.ts';

const PERIOD = `(?:(?:6|06|sau) thang|tuan|thang|quy|nam)`;
const EACH = '(?:hang|moi|tung|theo|dinh ky(?: hang| theo| moi)?|bao cao)';
const RHYTHM = new RegExp(
  `(?:${EACH}\\s+)(${PERIOD}(?![a-z]| (?:i|ii|iii|iv|\\d|dinh|che))(?:\\s*(?:,|va|-|/|hoac|;)\\s*(?:${EACH}\\s+)?${PERIOD}(?![a-z]| (?:i|ii|iii|iv|\\d|dinh))){0,5})`,
);
const TIMES = new RegExp(
  `(?:(?:it nhat|toi thieu|khong duoi|tu)\\s+)?(\\d{1,3}) (?:lan|dot|ky|buoi|cuoc|phien)\\s*(?:/|trong|moi|mot|tren|hang|\\s)*\\s*(?:mot |01 |1 )?(${PERIOD})(?![a-z])`,
);
const TIMES_BEHIND = new RegExp(
  `(?:moi|hang|mot) (${PERIOD}) (?:it nhat |toi thieu )?(\\d{1,3}) (?:lan|dot|ky)`,
);
const DAY_OF_LAST_MONTH =
  /ngay (?:mung )?(\d{1,2}) (?:cua |hang )?(?:thang|cac thang) cuoi (?:cua )?(?:moi |tung |hang )?(quy|nam|6 thang|ky)/;
const DAY_EACH_MONTH = /ngay (?:mung )?(\d{1,2}) (?:cua )?(?:hang|moi|tung) thang/;
const DAY_EACH_YEAR = /(?:ngay )?(\d{1,2})(?:\/| thang )(\d{1,2}) (?:hang|moi) nam/;
const MONTH_EACH_YEAR = /thang (\d{1,2}) (?:hang|moi) nam/;
const WEEKDAY = /(?:thu (hai|ba|tu|nam|sau|bay|[2-7])|(chu nhat))(?![a-z])/;
const WEEK = /tuan (dau tien|dau|cuoi cung|cuoi|thu nhat|thu hai|thu ba|thu tu)/;
const BATCH = /(?:theo|tung|chia|cac) (?:tung )?dot(?: trong nam| cua nam| phat dong)?|theo dot/;
const SAME_DAYS = /(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/20\d\d)?(?!\d)/g;

function recurring(recurrence: Recurrence, start: number, end: number): DuePart {
  return { due: { kind: 'recurring', from: null, to: null, recurrence }, start, end };
}

function everyOf(word: string): Every {
  return EVERY_WORDS.find(([, words]) => new RegExp(`^(?:${words})$`).test(word))?.[0] ?? 'year';
}

/** A thing that comes again: "Hằng quý, năm", "Thứ Sáu hằng tuần", "Ngày 25 tháng cuối quý", "02 lần trong một năm". */
export function readRhythm(text: string): DuePart | undefined {
  return (
    dayRhythm(text) ?? weekdayRhythm(text) ?? datesRhythm(text) ?? countRhythm(text) ?? plainRhythm(text)
  );
}

function dayRhythm(text: string): DuePart | undefined {
  const last = DAY_OF_LAST_MONTH.exec(text);
  if (last) {
    const every =
      last[2] === 'quy' || last[2] === 'ky' ? 'quarter' : last[2] === 'nam' ? 'year' : 'half-year';
    return recurring(
      { every, dayOfMonth: Number(last[1]), month: 'last' },
      last.index,
      last.index + last[0].length,
    );
  }
  const monthly = DAY_EACH_MONTH.exec(text);
  if (monthly) {
    const end = monthly.index + monthly[0].length;
    return recurring({ every: 'month', dayOfMonth: Number(monthly[1]) }, monthly.index, end);
  }
  const yearly = DAY_EACH_YEAR.exec(text);
  if (yearly) {
    const recurrence: Recurrence = { every: 'year', dayOfMonth: Number(yearly[1]), month: Number(yearly[2]) };
    return recurring(recurrence, yearly.index, yearly.index + yearly[0].length);
  }
  const month = MONTH_EACH_YEAR.exec(text);
  return month
    ? recurring({ every: 'year', month: Number(month[1]) }, month.index, month.index + month[0].length)
    : undefined;
}

function weekdayRhythm(text: string): DuePart | undefined {
  const weekday = WEEKDAY.exec(text);
  if (!weekday) return undefined;
  const week = WEEK.exec(text);
  const rhythm = /(?:hang|moi|cua|trong) (?:tung |cac )?(tuan|thang|quy)/.exec(text);
  if (!week && !rhythm) return undefined;
  const number = WEEKDAY_WORDS[weekday[1] ?? weekday[2] ?? ''];
  const weekNumber = week?.[1] === undefined ? undefined : WEEK_WORDS[week[1]];
  const every = rhythm?.[1] !== undefined ? everyOf(rhythm[1]) : 'month';
  return recurring(
    {
      every: week && every === 'week' ? 'month' : every,
      ...(number === undefined ? {} : { weekday: number }),
      ...(weekNumber === undefined ? {} : { week: weekNumber }),
    },
    0,
    text.length,
  );
}

/** "15/3; 15/6; 15/9; 15/12": one day in the last month of each quarter, or of each half-year. */
function datesRhythm(text: string): DuePart | undefined {
  const days = [...text.matchAll(SAME_DAYS)].slice(0, 13);
  const dayOfMonth = Number(days[0]?.[1]);
  if (days.length < 2 || days.some((day) => Number(day[1]) !== dayOfMonth)) return undefined;
  const months = days.map((day) => Number(day[2]));
  const every: Every | undefined =
    months.length === 12
      ? 'month'
      : months.join() === '3,6,9,12'
        ? 'quarter'
        : months.join() === '6,12'
          ? 'half-year'
          : undefined;
  const first = days[0];
  const last = days.at(-1);
  if (!every || !first || !last) return undefined;
  const recurrence: Recurrence =
    every === 'month' ? { every, dayOfMonth } : { every, dayOfMonth, month: 'last' };
  return recurring(recurrence, first.index, last.index + last[0].length);
}

function countRhythm(text: string): DuePart | undefined {
  const front = TIMES.exec(text);
  if (front?.[2]) {
    return recurring(
      { every: everyOf(front[2]), times: Number(front[1]) },
      front.index,
      front.index + front[0].length,
    );
  }
  const behind = TIMES_BEHIND.exec(text);
  if (!behind?.[1]) return undefined;
  const end = behind.index + behind[0].length;
  return recurring({ every: everyOf(behind[1]), times: Number(behind[2]) }, behind.index, end);
}

function plainRhythm(text: string): DuePart | undefined {
  const rhythm = RHYTHM.exec(text);
  if (rhythm?.[1]) {
    const words = rhythm[1].match(new RegExp(PERIOD, 'g')) ?? [];
    const every = [...new Set(words.map(everyOf))];
    const only = every[0];
    if (only === undefined) return undefined;
    return recurring(
      { every: every.length === 1 ? only : every },
      rhythm.index,
      rhythm.index + rhythm[0].length,
    );
  }
  const batch = BATCH.exec(text);
  return batch ? recurring({ every: 'batch' }, batch.index, batch.index + batch[0].length) : undefined;
}

const OFFSET =
  /(\d{1,3}) (ngay lam viec|ngay|tuan|thang)(?: lam viec)?,? (?:ke tu|sau|tu)(?: ngay| khi| thoi diem)*/;
const AFTER = /^(?:thuc hien )?(?:ngay )?(?:sau|khi|ngay khi|trong vong|ke tu khi)(?: khi| ngay)* /;
const AS_ASKED = new RegExp(
  `^(?:(?:thuc hien|hoan thanh|trien khai|thoi gian|${LIMIT}) )*(?:theo|tuy|can cu)(?! (?:quy|thang|nam|tuan|dot|tung dot)\\b(?! dinh| che| trinh| hoach)) `,
);

/** "Theo yêu cầu của Sở Nội vụ", "Sau công bố kết quả", "Trong 03 ngày làm việc kể từ khi có quyết định". */
export function readEvent(text: string, printed: string): DuePart | undefined {
  const whole = { start: 0, end: text.length };
  const offset = OFFSET.exec(text);
  if (offset?.[2] && OFFSET_UNITS[offset[2]]) {
    const unit = OFFSET_UNITS[offset[2]] ?? 'day';
    const event = printed.slice(offset.index + offset[0].length).trim();
    return { due: eventDue('after-event', event, { offset: { count: Number(offset[1]), unit } }), ...whole };
  }
  const after = AFTER.exec(text);
  if (after) return { due: eventDue('after-event', printed.slice(after[0].length).trim()), ...whole };
  const asked = AS_ASKED.exec(text);
  if (asked) return { due: eventDue('on-request', printed.slice(asked[0].length).trim()), ...whole };
  return undefined;
}

function eventDue(kind: 'on-request' | 'after-event', event: string, more: Partial<Due> = {}): Due {
  return { kind, from: null, to: null, recurrence: null, event: event.replace(/[.;]+$/, ''), ...more };
}
