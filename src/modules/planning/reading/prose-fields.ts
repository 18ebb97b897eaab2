import { bracketFields, sentenceFields } from './bracket-fields.ts';
import type { ColumnRole } from './column-words.ts';
import { bare, bareWords } from './letters.ts';

/** One "name: value" of a form. */
export interface Field {
  role: ColumnRole;
  value: string;
  /** The number in its name: "Nhiệm vụ 3: …". */
  number?: string;
}

/** A sentence and what is written behind it in the manner of a form. */
export interface ProseFields {
  /** The words before the first field; empty where the paragraph is fields only. */
  text: string;
  fields: Field[];
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
  [
    'task',
    /^(?:(?:ten )?(?:nhiem vu|cong viec|noi dung(?: nhiem vu| cong viec)?))(?: so)?(?: \d+(?: \d+)?)?$/,
  ],
  ['note', /^ghi chu$/],
];

const FIELD_START =
  /(?:^|[.;,(\n]|\s-)[\s+•-]*([a-z][a-z ,/&-]{1,44}?(?: \d{1,3}(?:\.\d{1,2})?)?)\s*:(?!\d)/g;

/** Takes the fields out of a paragraph: "… Chủ trì: A; phối hợp: B. Thời gian: Quý II." Undefined when it has none. */
export function splitFields(text: string): ProseFields | undefined {
  const brackets = text.includes('(') ? bracketFields(text) : undefined;
  if (brackets) return { text: text.slice(0, brackets.at).trim(), fields: brackets.fields };
  const said = sentenceFields(text);
  if (said) return { text: '', fields: said };
  if (!text.includes(':')) return undefined;
  const plain = bare(text);
  const starts = [...plain.matchAll(FIELD_START)].flatMap((match) => {
    const field = fieldNamed(match[1] ?? '');
    return field ? [{ field, at: match.index, end: match.index + match[0].length }] : [];
  });
  const first = starts[0];
  if (!first) return undefined;
  return {
    text: text.slice(0, first.at).trim(),
    fields: starts.map(({ field, end }, index) => ({
      ...field,
      value: withoutStops(text.slice(end, starts[index + 1]?.at ?? text.length)),
    })),
  };
}

/** The field that words name, undefined when they name none. */
export function fieldNamed(name: string): Omit<Field, 'value'> | undefined {
  const words = bareWords(name);
  const role = words === '' ? undefined : FIELD_NAMES.find(([, grammar]) => grammar.test(words))?.[0];
  const number = /\d+(?:\.\d+)?$/.exec(name.trim())?.[0];
  return role && { role, ...(number === undefined ? {} : { number }) };
}

function withoutStops(value: string): string {
  const text = value.trim().replace(/[\s.;,]+$/u, '');
  const opened = text.split('(').length - 1;
  return text.endsWith(')') && text.split(')').length - 1 > opened ? text.slice(0, -1).trim() : text;
}
