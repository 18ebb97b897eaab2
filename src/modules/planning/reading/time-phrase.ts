import { bare } from './letters.ts';

const NUMBER = '(?:\\d{1,3}|mot|hai|ba|bon|nam|sau)';
const SPAN = '(?:tuan|thang|quy|nam)';
const OF_YEAR = '(?:\\s*[/,-]?\\s*(?:nam )?20\\d\\d)?';
const DAY = `(?:ngay )?(?:mung )?\\d{1,2}(?:\\s?[/.-]\\s?\\d{1,2}(?:\\s?[/.-]\\s?20\\d\\d)?|(?: thang \\d{1,2})${OF_YEAR})`;
const PERIOD = `(?:(?:thang \\d{1,2}|quy (?:i{1,3}|iv|[1-4])(?![a-z\\d])|(?:6|06|sau|9|09) thang(?: dau| cuoi)?(?: nam)?)${OF_YEAR}|nam 20\\d\\d|ca nam(?: 20\\d\\d)?)`;
const PERIODS = `${PERIOD}(?:\\s*(?:,|va|den|-)\\s*(?:trong )?${PERIOD}){0,3}`;
const DAY_OF_RHYTHM = `ngay (?:mung )?\\d{1,2}(?: cua)?(?: thang (?:dau|cuoi|giua|sau|ke tiep))?(?: cua)?(?: (?:moi |hang )?${SPAN})`;
const LIMIT = '(?:truoc|cham nhat(?: la)?|muon nhat(?: la)?|den het|het|tu|vao|trong)';

/** How sentences name a time, each with the words that make it one; the first in the sentence decides. */
const FORMS: readonly string[] = [
  `(?:hoan thanh )?${LIMIT} (?:${DAY}(?: (?:den|-) (?:het )?${DAY})?|${DAY_OF_RHYTHM}|${PERIODS})`,
  `(?:hoan thanh )(?:trong )?(?:${DAY}|${PERIODS})`,
  `(?:hang |moi )${SPAN}(?! (?:truoc|qua|nay))(?:,? (?:it nhat |toi thieu )?${NUMBER} lan)?`,
  `(?:it nhat |toi thieu )?${NUMBER} lan ?(?:trong (?:mot )?|/|mot |moi )${SPAN}`,
  `dinh ky (?:hang )?(?:${SPAN}|6 thang|ngay)(?:(?:,| va|/)? (?:hang )?(?:${SPAN}|6 thang))*`,
  `(?:sang |chieu )?thu (?:hai|ba|tu|nam|sau|bay|[2-7]) (?:hang tuan|dau tien|tuan|moi tuan)(?: [a-z]+ (?:hang |moi )?thang)?`,
  `(?:thuong xuyen|theo quy dinh|ca nam(?: 20\\d\\d)?)(?=[.;:]*$)`,
  `theo (?:huong dan|chi dao|ke hoach|yeu cau|lo trinh|tien do|quy dinh)(?: cua)? [^.;,]{2,40}(?=[.;:]*$)`,
];
const TIME = new RegExp(`(?<![a-z])(?:${FORMS.join('|')})(?![a-z])`);

/** Where a paragraph says whom it charges, with the time behind: "… Giao Phòng Kinh tế chủ trì, hoàn thành trong …". */
const CHARGE = /[.;]\s+giao\s/;

/** The words of a sentence that say when it is to be done: "trong quý II năm 2026", null where it says nothing. */
export function timePhraseIn(sentence: string): string | null {
  const plain = bare(sentence);
  const charge = CHARGE.exec(plain)?.index ?? 0;
  const found = TIME.exec(plain.slice(charge)) ?? TIME.exec(plain);
  if (!found) return null;
  const at = plain.indexOf(found[0], plain.slice(charge).includes(found[0]) ? charge : 0);
  return sentence.slice(at, at + found[0].length);
}
