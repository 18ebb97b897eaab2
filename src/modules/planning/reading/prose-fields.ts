import type { ColumnRole } from './column-words.ts';
import { bare, bareWords } from './letters.ts';

/** A sentence and what is written behind it in the manner of a form. */
export interface ProseFields {
  /** The words before the first field; empty where the paragraph is fields only. */
  text: string;
  fields: { role: ColumnRole; value: string }[];
}

const WHO = '(?:(?:cac |giao )?(?:don vi|co quan|bo phan|phong|noi|cap|ban nganh|to chuc|nganh)(?: va)? )*';
const DONE =
  '(?: (?:thuc hien|hoan thanh|trien khai|ket thuc|du kien|dat duoc|dau ra|cu the|chinh|cua nhiem vu))*';

/** The names of fields in running text, whole, on bare words. */
const FIELD_NAMES: readonly (readonly [ColumnRole, RegExp])[] = [
  ['lead-and-coordinators', new RegExp(`^${WHO}chu tri(?: va)? ${WHO}phoi hop${DONE}$`)],
  ['coordinators', new RegExp(`^${WHO}(?:cung )?(?:phoi hop(?: voi)?|tham gia|lien quan)${DONE}$`)],
  [
    'chair_leader',
    /^(?:dong chi |nguoi )?(?:lanh dao(?: (?:ubnd|uy ban nhan dan))?(?: (?:xa|phuong|dac khu))? ?)?(?:phu trach|chi dao|theo doi)?(?: chi dao| chung)?$/,
  ],
  [
    'person',
    /^(?:nguoi|can bo|cong chuc|chuyen vien|ca nhan)(?: (?:thuc hien|phu trach|tham muu|dau moi|chu tri|duoc giao))+$/,
  ],
  [
    'lead',
    new RegExp(
      `^${WHO}(?:chu tri|dau moi|tham muu|phu trach|phan cong|trach nhiem|chiu trach nhiem|thuc hien)${DONE}$`,
    ),
  ],
  ['lead', /^(?:don vi|co quan|bo phan)$/],
  [
    'due',
    new RegExp(
      `^(?:moc )?(?:thoi gian|thoi han|thoi diem|tien do|lo trinh|han|han chot|hoan thanh|moc)${DONE}$`,
    ),
  ],
  ['product', new RegExp(`^(?:san pham|ket qua|dau ra)(?: san pham| ket qua)?${DONE}$`)],
  ['note', /^ghi chu$/],
];

const FIELD_START = /(?:^|[.;,(\n]|\s-)[\s+•-]*([a-z][a-z ,/&-]{1,44}?)\s*:(?!\d)/g;

/** Takes the fields out of a paragraph: "… Chủ trì: A; phối hợp: B. Thời gian: Quý II." Undefined when it has none. */
export function splitFields(text: string): ProseFields | undefined {
  if (!text.includes(':')) return undefined;
  const plain = bare(text);
  const starts = [...plain.matchAll(FIELD_START)].flatMap((match) => {
    const role = fieldRole(match[1] ?? '');
    return role ? [{ role, at: match.index, end: match.index + match[0].length }] : [];
  });
  const first = starts[0];
  if (!first) return undefined;
  return {
    text: text.slice(0, first.at).trim(),
    fields: starts.map(({ role, end }, index) => ({
      role,
      value: withoutStops(text.slice(end, starts[index + 1]?.at ?? text.length)),
    })),
  };
}

function fieldRole(name: string): ColumnRole | undefined {
  const words = bareWords(name);
  return words === '' ? undefined : FIELD_NAMES.find(([, grammar]) => grammar.test(words))?.[0];
}

function withoutStops(value: string): string {
  const text = value.trim().replace(/[\s.;,]+$/u, '');
  const opened = text.split('(').length - 1;
  return text.endsWith(')') && text.split(')').length - 1 > opened ? text.slice(0, -1).trim() : text;
}
