/**
 * Words for several units or persons under one name, on bare letters: "Các phòng, ban, ngành, đơn vị liên quan",
 * "thôn, tổ dân phố", "Cán bộ, công chức". Such a name stays one unit.
 */

const SOCIETIES = '(?:to chuc|doan the)(?:\\s+(?:chinh tri|ct)\\s*-?\\s*(?:xa hoi|xh))';
const VILLAGE = '(?:thon|xom|ap|ban|lang|buon|khom|khu pho|khu dan cu|khu vuc|to dan pho|tdp)';
const GROUP = `(?:${SOCIETIES}|${VILLAGE}|phong chuyen mon|phong,? ban|phong|ban nganh|nganh|trung tam(?=\\s*(?:[,;/.)]|$)|\\s+va\\s)|co quan chuyen mon|co quan|don vi su nghiep(?: cong lap)?|don vi|to chuc thanh vien|to chuc|doan the(?: chinh tri)?|hoi doan the|hoi|truong hoc|truong mam non|truong|nha truong|co so giao duc|doanh nghiep(?: vien thong| buu chinh)?|dia phuong|bo phan(?: chuyen mon)?|ca nhan|cong chuc(?: chuyen mon)?|linh vuc|to cong tac|to chuyen mon)`;
const AREA =
  '(?:\\s*(?:u[bn]nd|uy ban nhan dan|hdnd|dang uy))*(?:\\s*(?:xa|phuong|dac khu|thi tran|dia ban(?: xa| phuong| dac khu)?))?';
const QUALIFIER = `(?:\\s*,?\\s*(?:co\\s+)?lien quan|\\s+(?:khac|su nghiep|chuyen mon|truc thuoc)(?![a-z])|\\s+(?:thuoc va truc thuoc|truc thuoc|thuoc|tren|cua|trong|tai|o)${AREA}|\\s+(?:xa|phuong|dac khu)(?![a-z]))`;
const AND = '(?:\\s*[,/]\\s*(?:va\\s+)?|\\s+va\\s+|\\s*-\\s*|\\s+)';
const ITEM_END = '(?=\\s*(?:[.;,/)\n]|$))';

/** With "các" before it: "Các phòng, ban, ngành, đơn vị liên quan". */
export const COLLECTIVE = grammar(
  `(?:(?:toan bo|tat ca|toan the|\\d{1,3})\\s+(?:cac\\s+)?|cac\\s+)${GROUP}(?![a-z])(?:${AND}(?:cac\\s+(?=${GROUP}(?:\\s+co)?\\s+lien quan))?${GROUP}(?![a-z])){0,12}${QUALIFIER}{0,4}`,
);

/** Without "các": it then speaks of those concerned, names several kinds, or villages, and is the whole item. */
export const COLLECTIVE_BARE = grammar(
  `(?!truong (?:thon|ban|xom|ap|khu|to))(?:${GROUP}(?![a-z])(?:${AND}${GROUP}(?![a-z])){0,12}\\s+(?:co\\s+)?lien quan${QUALIFIER}{0,4}|(?:${GROUP}(?![a-z])(?:${AND}${GROUP}(?![a-z])){1,12}|(?!ban )${VILLAGE}|truong hoc)${QUALIFIER}{0,4}${ITEM_END})`,
);

/** The staff as a whole: "Toàn thể cán bộ, công chức, viên chức". */
export const STAFF = grammar(
  `(?:(?:toan the|tat ca|cac|doi ngu)\\s+)?(?:can bo|cbcc(?:vc)?)(?:\\s*(?:,|va|-)\\s*(?:dang vien|cong chuc|vien chuc|nguoi lao dong|nhan vien)(?![a-z]))*${QUALIFIER}{0,3}${ITEM_END}`,
);

/** Those who lead a collective: "Thủ trưởng các cơ quan, đơn vị". */
export const HEADS_OF = grammar('(?:thu truong|truong|lanh dao|nguoi dung dau|bi thu chi bo)\\s+(?=cac\\s)');

/** A name does not go on over a line break, which parts the units of a cell. */
function grammar(source: string): RegExp {
  return new RegExp(source.replaceAll('\\s', '[^\\S\\n]'), 'y');
}
