import { lastDay } from './calendar-days.ts';
import { DOCUMENT_TYPES } from './document-types.ts';

const NUMBERS: readonly (readonly [string, number])[] = [
  ['mười hai', 12],
  ['mười một', 11],
  ['mười lăm', 15],
  ['mười', 10],
  ['một', 1],
  ['hai', 2],
  ['ba', 3],
  ['bốn', 4],
  ['tư', 4],
  ['sáu', 6],
  ['bảy', 7],
  ['tám', 8],
  ['chín', 9],
];
const NUMBER = NUMBERS.map(([word]) => word).join('|');
const END = '(?![\\p{L}\\p{M}\\d])';
const COUNT = new RegExp(
  `(?<![\\p{L}\\p{M}])(?<!thứ )(${NUMBER}) (?=(?:lần|đợt|kỳ|cuộc|buổi|ngày|tuần|tháng|hội nghị|phiên|lớp|tin|bài|chuyên mục|chuyên đề|báo cáo|năm (?:một|0?1))${END})`,
  'giu',
);
const NAMED = new RegExp(
  `(?<![\\p{L}\\p{M}])(?<!(?:mỗi|hằng|hàng|một|từng|theo) )(tháng|quý) (${NUMBER}|giêng|chạp|nhất)${END}(?! lần)`,
  'giu',
);

/** Numbers written in words become digits, where they count or name a month or quarter: "quý hai", "ba lần". */
export function calendarWords(printed: string): string {
  return printed
    .replace(/(?<![\p{L}\p{M}])(ngày|tháng|năm|quý|trước|đến|từ)(?=\d)/giu, '$1 ')
    .replace(COUNT, (_, word: string) => `${numberOf(word)} `)
    .replace(NAMED, (_, unit: string, word: string) => `${unit} ${numberOf(word)}`)
    .replace(/(?<![\p{L}\p{M}])tháng Năm(?= |$)(?! 20)/gu, 'tháng 5');
}

function numberOf(word: string): number {
  const lower = word.toLowerCase();
  if (lower === 'giêng' || lower === 'nhất') return 1;
  if (lower === 'chạp') return 12;
  return NUMBERS.find(([name]) => name === lower)?.[1] ?? 1;
}

/** The year before, this year and the next, where a plan for one year calls them so. */
export function yearWords(text: string, year: number | null): string {
  if (year === null) return text;
  return text
    .replace(
      /(?<!cac |nhung )\bnam (?:sau|ke tiep|tiep theo|lien sau)(?: lien ke)?\b(?! khi)/g,
      `nam ${year + 1}`,
    )
    .replace(
      /(?<!cac |nhung )\bnam truoc(?: lien ke)?\b(?! khi| ngay| cac ngay| mung| \d)/g,
      `nam ${year - 1}`,
    )
    .replace(/\bnam (?:nay|bao cao)\b/g, `nam ${year}`);
}

const CITED = new RegExp(
  `\\b(?:${DOCUMENT_TYPES.map(([, words]) => words).join('|')})(?: so)? ?:? ?\\d{1,5}[a-z\\d]*[/-](?=[a-z]|\\d{4}[/-])[a-z\\d/&.-]+(?:[, ]*ngay \\d{1,2}\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?\\d{4}| ngay \\d{1,2} thang \\d{1,2} nam \\d{4})?`,
  'g',
);

/** The phrase without the documents that it cites, whose dates are no deadlines. */
export function withoutCitations(text: string): string {
  return text.replace(CITED, (cited) => ' '.repeat(cited.length));
}

const CLOCK = /\b\d{1,2}\s?(?:h|g|gio)\s?(?:\d{2}(?: phut)?)?(?=,? (?:ngay|thu|hang|cac|moi)\b)/g;
const BATCH_LABEL =
  /\b(?:dot|lan|(?<!dinh )ky) (?:thu )?(?:\d|i{1,3}|nhat|hai)(?= ?[:,;.)]| (?:trong|truoc|vao|tu|thang|quy|ngay|cham)\b|$)/g;
const SHARE = /\d{1,3}(?:[.,]\d+)?\s?%/g;

/** The phrase without what only looks like a date: clock times, numbers of batches, shares; "qui", "kì" as "quy", "ky". */
export function withoutNoise(text: string): string {
  const blank = (words: string): string => ' '.repeat(words.length);
  return text
    .replace(/\b(qu|k)i\b/g, '$1y')
    .replace(CLOCK, blank)
    .replace(BATCH_LABEL, blank)
    .replace(SHARE, blank);
}

const PART_OF_MONTH =
  /\b(nua dau|nua cuoi|nua sau|thuong tuan|trung tuan|ha tuan|(\d{1,2}) ngay dau)(?: cua)? thang (1[0-2]|0?[1-9])(?!\d)(?:(?:\s?\/\s?| nam )(20\d\d))?/g;
const DAYS: Readonly<Record<string, readonly [number, number]>> = {
  'nua dau': [1, 15],
  'nua cuoi': [16, 31],
  'nua sau': [16, 31],
  'thuong tuan': [1, 10],
  'trung tuan': [11, 20],
  'ha tuan': [21, 31],
};

/** "Nửa đầu tháng 6", "trung tuần tháng 3/2026" as the days that they are. */
export function daysOfMonthParts(text: string, year: number | null): string {
  return text.replace(
    PART_OF_MONTH,
    (words, part: string, count?: string, month?: string, printed?: string) => {
      const ofYear = Number(printed ?? year ?? 0);
      const [first, last] = DAYS[part] ?? [1, Number(count)];
      if (ofYear === 0 || last < 1) return words;
      const end = Math.min(last, lastDay(ofYear, Number(month)));
      return `tu ${first}/${month}/${ofYear} den ${end}/${month}/${ofYear}`;
    },
  );
}
