import type { ReportPeriod } from './plan-reading.ts';

/** Reports that one stretch of text speaks of together, with the words that say when they are due. */
export interface ReportMention {
  periods: ReportPeriod[];
  /** Where the words begin that name the reports. */
  start: number;
  /** What is said of them, on bare letters: up to the next mention. */
  said: string;
}

const PERIODS: readonly (readonly [ReportPeriod, string])[] = [
  ['Q1', 'quy (?:i|1)(?![a-z\\d])'],
  ['H1', 'quy (?:ii|2)(?![a-z\\d])'],
  ['Q3', 'quy (?:iii|3)(?![a-z\\d])'],
  ['year', 'quy (?:iv|4)(?![a-z\\d])'],
  ['H1', '(?:0?6|sau) thang(?: dau nam)?'],
  ['9M', '(?:0?9|chin) thang(?: dau nam)?'],
  ['month', 'thang(?! \\d)'],
  ['quarter', 'quy'],
  ['year', 'nam'],
];
const ANY_PERIOD = PERIODS.map(([, words]) => words).join('|');
const NAME = new RegExp(
  `(?<![a-z\\d])(?:(?:hang|theo|moi|tung|ca|tong ket|so ket) ){0,2}(?:${ANY_PERIOD})(?![a-z])`,
  'g',
);

/** Words of the calendar that name no report: days, years, "tháng cuối quý", "quy định". */
const DAY = '(?:ngay|mung|mong)(?: mung| mong)? \\d{1,2}';
const NO_REPORT = [
  '(?<=\\b0?[69] thang )dau nam',
  `${DAY}(?: (?:cua|cac|hang|moi))* thang(?: (?:\\d{1,2}|(?:cuoi|dau)(?: cung)?(?:(?: cua| moi| hang| ky)* (?:quy|nam|ky|bao cao))?|sau|truoc|bao cao|lien ke|ke tiep|tiep theo))?(?: quy)?`,
  '(?:trong )?(?:tru |ngoai )(?:cac )?thang [\\d, va]+',
  '(?<!\\d )(?:thang|tuan) (?:cuoi|dau)(?: cung)?(?:(?: cua| moi)* (?:quy|nam|ky))?',
  'thang (?:truoc(?! ngay| cac ngay| \\d)|sau|bao cao|lien ke|ke tiep|tiep theo)(?: lien ke)?',
  '(?:dau|cuoi|giua|trong|viet|phu|het|den|tu|cua) nam(?! tong)(?: 20\\d\\d)?',
  '(?:trong|cua|giua|ke) (?:thang|quy)(?! [iv\\d])',
  'nam (?:20\\d\\d|truoc(?! ngay| cac ngay| \\d)|sau|nay|lien|ke|hoc|ngay)',
  '(?<=[\\d/] |cua |trong |cung )nam bao cao',
  'quy (?:dinh|che|trinh|mo|hoach|dat|phat)',
].join('|');

const REPORT_BEFORE =
  /(?:bao cao|dinh ky)(?:[ ,]+(?:cchc|cai cach(?: hanh chinh)?|dinh ky|ket qua|thuc hien|cong tac|hang|theo|tinh hinh|nhiem vu|ke hoach|bang van ban|tong hop|kq|so lieu|cua|cac|ky|tong ket|so ket|chuyen de|va|hoac|dot xuat))*[\s(:,-]*$/;
const BETWEEN =
  /^(?:\s|[,;/&+()-]|va|hoac|bao cao|cchc|dinh ky|ket qua|cai cach hanh chinh|so ket|tong ket|cua)*$/;
/** "Gửi báo cáo định kỳ về Văn phòng: quý I …; 6 tháng …" */
const ANNOUNCED = /bao cao[^.;:]{0,160}:\s/;
const REPORT_ABOVE = /bao cao(?: [a-z]+){0,8} $/;
const CLAUSE_START = /(?:^|[;.:(]\s*)$/;
const ITEM_START = /(?:,|\sva)\s*$/;
const IS_DUE = /^\s*(?:[(:]|gui|nop|truoc|cham nhat|muon nhat|vao)/;
const DUE_IN_BRACKETS = /^\s*\((?:gui|nop|so lieu|truoc|cham nhat|muon nhat|ngay|vao|tu|tinh) /;
const IN_BRACKETS = /\([^()]*\)/g;

/** The reports named in a text (bare letters), in its order; `headed` when the part of the plan is about reports. */
export function findReports(plain: string, headed: boolean): ReportMention[] {
  const names = plain.replace(new RegExp(NO_REPORT, 'g'), (words) => '#'.repeat(words.length));
  const isAboutReport = headed || names.includes('bao cao');
  const listed = headed || ANNOUNCED.test(names);
  const mentions: (ReportMention & { end: number })[] = [];
  for (const match of names.matchAll(NAME)) {
    const period = periodOf(match[0]);
    const before = mentions.at(-1);
    const gap = names.slice(before?.end ?? 0, match.index);
    const goesOn = before !== undefined && BETWEEN.test(gap.replace(IN_BRACKETS, ' '));
    const behind = names.slice(match.index + match[0].length);
    const named =
      REPORT_BEFORE.test(names.slice(0, match.index)) ||
      ((listed || before) && CLAUSE_START.test(gap)) ||
      (isAboutReport && DUE_IN_BRACKETS.test(behind)) ||
      (REPORT_ABOVE.test(names.slice(0, match.index)) && IS_DUE.test(behind)) ||
      (before && ITEM_START.test(gap) && IS_DUE.test(behind));
    if (!period || !(named || goesOn)) continue;
    const others = FURTHER_QUARTERS.exec(behind)?.[0] ?? '';
    const end = names.length - behind.length + (isQuarter(match[0]) ? others.length : 0);
    const found = isQuarter(match[0]) ? [period, ...quartersIn(others)] : [period];
    if (before && goesOn && BETWEEN.test(gap)) {
      before.periods.push(...found);
      before.end = end;
    } else {
      mentions.push({ periods: found, start: match.index, end, said: '' });
    }
  }
  return mentions.map(({ periods, start, end }, index) => ({
    periods: [...new Set(periods)],
    start,
    said:
      saidBefore(plain, mentions[index - 1]?.end ?? 0, start, end) ??
      plain.slice(end, mentions[index + 1]?.start),
  }));
}

/** "trước ngày 20/6/2026 (báo cáo 6 tháng)": a name alone in brackets belongs to the words before them. */
function saidBefore(plain: string, from: number, start: number, end: number): string | undefined {
  const open = plain.lastIndexOf('(', start);
  const isAlone =
    open >= from &&
    /^\s*\)/.test(plain.slice(end)) &&
    /^\((?: ?bao cao)?[a-z ]*$/.test(plain.slice(open, start));
  const before = plain.slice(from, open);
  return isAlone && /\d/.test(before) ? before : undefined;
}

/** "quý I, III": numbers that go on with the quarter before them. */
const FURTHER_QUARTERS = /^(?:\s*(?:,|va|&|;)\s*(?:iii|ii|iv|i|[1-4])(?![a-z\d/]))+/;

function isQuarter(name: string): boolean {
  return /quy (?:i|\d)/.test(name);
}

function quartersIn(others: string): ReportPeriod[] {
  return [...others.matchAll(/iii|ii|iv|i|[1-4]/g)].flatMap(([number]) => periodOf(`quy ${number}`) ?? []);
}

function periodOf(name: string): ReportPeriod | undefined {
  return PERIODS.find(([, words]) => new RegExp(`(?<![a-z\\d])(?:${words})$`).test(name))?.[0];
}
