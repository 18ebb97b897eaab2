const HOLDERS: Readonly<Record<string, string>> = {
  phong: 'phòng',
  'don vi': 'đơn vị',
  'co quan': 'cơ quan',
};

const VILLAGES: Readonly<Record<string, string>> = {
  ap: 'ấp',
  thon: 'thôn',
  ban: 'bản',
  lang: 'làng',
  xom: 'xóm',
  buon: 'buôn',
  'khu pho': 'khu phố',
};
const RHYTHMS: Readonly<Record<string, string>> = { tuan: 'tuần', thang: 'tháng', quy: 'quý' };

/** "/năm", "/phòng/năm": over what a counted promise repeats, from "mỗi năm", "mỗi phòng chuyên môn", "trong năm". */
export function repeated(plain: string, at: number, end: number): string {
  const start = Math.max(plain.lastIndexOf('.', at) + 1, plain.lastIndexOf(';', at) + 1, at - 160);
  const holder = /\bmoi (phong|don vi|co quan)(?![a-z])/.exec(plain.slice(Math.max(start, at - 80), at))?.[1];
  const before = plain.slice(Math.max(start, at - 100), at);
  const behind = plain.slice(end, end + 60).split(/[.;]/)[0] ?? '';
  const each = /\bmoi (ap|thon|ban|lang|xom|buon|khu pho) moi (tuan|thang|quy|nam)\b/.exec(before);
  if (each) return `/${VILLAGES[each[1] ?? ''] ?? ''}/${RHYTHMS[each[2] ?? ''] ?? 'năm'}`;
  const rhythm =
    /^(?: [a-z]+){0,3}\s?\/ ?(tuan|thang|quy)|^.{0,20}(?:moi|hang) (tuan|thang|quy)(?![a-z])/.exec(behind) ??
    /(?:moi|hang) ()(tuan|thang|quy)(?! (?:i|\d))/.exec(before);
  if (rhythm) return `/${RHYTHMS[rhythm[1] || (rhythm[2] ?? '')] ?? 'quý'}`;
  const yearly = /(?:\b(?:moi|hang|mot|trong) (?:ca )?|\/ ?)nam\b(?! 20)/.test(`${before} ${behind}`);
  return (holder ? `/${HOLDERS[holder] ?? holder}` : '') + (yearly ? '/năm' : '');
}
