import type { Every, Offset } from './plan-reading.ts';

/** Words of the calendar on bare letters: how plans name rhythms, days of the week, quarters and limits. */
export const EVERY_WORDS: readonly (readonly [Every, string])[] = [
  ['half-year', '(?:6|06|sau) thang|nua nam|ban nien'],
  ['quarter', '(?:3|03|ba) thang|quy'],
  ['year', '(?:12|muoi hai) thang|(?:0?1 )?nam'],
  ['week', 'tuan'],
  ['month', 'thang'],
];

export const WEEKDAY_WORDS: Readonly<Record<string, number>> = {
  hai: 1,
  '2': 1,
  ba: 2,
  '3': 2,
  tu: 3,
  '4': 3,
  nam: 4,
  '5': 4,
  sau: 5,
  '6': 5,
  bay: 6,
  '7': 6,
  'chu nhat': 7,
};

export const WEEK_WORDS: Readonly<Record<string, number>> = {
  dau: 1,
  'dau tien': 1,
  'thu nhat': 1,
  'thu 1': 1,
  'thu hai': 2,
  'thu 2': 2,
  'thu ba': 3,
  'thu 3': 3,
  'thu tu': 4,
  'thu 4': 4,
  cuoi: -1,
  'cuoi cung': -1,
};

export const OFFSET_UNITS: Readonly<Record<string, Offset['unit']>> = {
  'ngay lam viec': 'working-day',
  ngay: 'day',
  tuan: 'week',
  thang: 'month',
};

export const QUARTER_WORDS: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
};

/** Before a day: the day is the last one, not the one on which the thing happens. */
export const LIMIT =
  '(?:truoc|cham nhat|muon nhat|khong qua|khong muon hon|khong cham hon|den het|den|het|han cuoi|han chot|thoi han|xong truoc|tre nhat|han)';

/** What speaks of time; left unread in a phrase it means that the phrase was not wholly understood. */
export const TIME_WORD =
  /\d|[,/(] ?(?:va )?(?:tuan|thang|quy|nam)\b|\b(?:(?:hang|moi|tung) (?:tuan|thang|quy|nam|ngay)|dinh ky|thuong xuyen|dot xuat|quy (?:i|ii|iii|iv)\b|ca nam|dau nam|cuoi nam|(?:dau|giua|cuoi)(?: [a-z]+){0,2} (?:quy|thang)|thu (?:hai|ba|tu|nam|sau|bay)|chu nhat|(?:thuong|trung|ha) tuan|bao cao (?:thang|quy|nam|dinh)|(?:cac|nhung) nam|nam (?:hoc|tiep|ke)|truoc khi|sau (?:khi|moi)|ky hop|(?:va|hoac) (?:theo|khi))\b/;
