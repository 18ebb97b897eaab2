import { bare } from './letters.ts';

export type LabelKind = 'roman' | 'letter-upper' | 'number' | 'decimal' | 'letter' | 'dash' | 'plus';

export interface Label {
  kind: LabelKind;
  /** As used in a reference: "IV", "3.2", "a"; empty for a dash. */
  code: string;
  /** The text behind the label. */
  rest: string;
}

const ROMAN = /^([IVXL]{1,6})(?:[.):]+\s*|\s+-\s+|\s+(?=\p{Lu}{2}))/u;
const UPPER = /^([A-HĐ])[.)]\s*/u;
const DECIMAL = /^(\d{1,2}(?:\.\d{1,2}){1,3})(?:[.):]\s*|\s+(?=\p{Lu}))/u;
const NUMBER = /^(?:Điều\s+)?(\d{1,3})(?:[.):]\s*(?!\d)|\s+(?=\p{Lu}\p{Lu}))/u;
const COMPOUND = /^(\d{1,2}\.[a-zđ])[.)]\s*/u;
const LETTER = /^([a-zđ])[.)]\s*/u;
const DASH = /^[-•–—*·]\s*/u;
const PLUS = /^[+o]\s+/u;

/**
 * The number or bullet that a paragraph begins with.
 *
 * A dash before a plus or a number ("- + Đối chiếu", "- 2.3. Đa dạng hóa") is a scanner's addition and is passed over.
 */
export function readLabel(text: string): Label | undefined {
  const dash = DASH.exec(text);
  if (dash) {
    const rest = text.slice(dash[0].length);
    const inner = PLUS.test(rest) || DECIMAL.test(rest) ? readLabel(rest) : undefined;
    return inner ?? { kind: 'dash', code: '', rest };
  }
  const plus = PLUS.exec(text);
  if (plus) return { kind: 'plus', code: '', rest: text.slice(plus[0].length) };
  const part = PART.exec(text);
  if (part?.[1]) return { kind: 'roman', code: partCode(part[1]), rest: text.slice(part[0].length) };
  const roman = ROMAN.exec(text);
  if (roman?.[1] && romanValue(roman[1]) > 0) {
    return { kind: 'roman', code: roman[1], rest: text.slice(roman[0].length) };
  }
  for (const [kind, grammar] of [
    ['letter', COMPOUND],
    ['decimal', DECIMAL],
    ['number', NUMBER],
    ['letter-upper', UPPER],
    ['letter', LETTER],
  ] as const) {
    const found = grammar.exec(text);
    if (found?.[1]) return { kind, code: found[1], rest: text.slice(found[0].length) };
  }
  return undefined;
}

/** The label that stands in a cell of its own: "III", "3.1", "A", "2)". */
export function labelOf(cell: string, rest: string): Label | undefined {
  const code = cell.replace(/[.):]+$/, '').trim();
  if (romanValue(code) > 0) return { kind: 'roman', code, rest };
  if (/^[A-HĐ]$/u.test(code)) return { kind: 'letter-upper', code, rest };
  if (/^\d{1,3}$/.test(code)) return { kind: 'number', code, rest };
  if (/^[a-zđ]$/u.test(code)) return { kind: 'letter', code, rest };
  return /^\d{1,3}(?:\.\d{1,3})+$/.test(code) ? { kind: 'decimal', code, rest } : undefined;
}

const PART =
  /^(?:phần|chương|mục)\s+(?:thứ\s+)?(nhất|một|hai|ba|tư|bốn|năm|[IVX]{1,4}|\d{1,2})\s*[.:–-]\s*/iu;
const PART_WORDS: readonly (readonly string[])[] = [['nhất', 'một'], ['hai'], ['ba'], ['tư', 'bốn'], ['năm']];

/** "Phần thứ hai", "Chương II" and "Mục 2" count alike. */
function partCode(word: string): string {
  const number = PART_WORDS.findIndex((words) => words.includes(word.toLowerCase())) + 1 || Number(word);
  return number > 0 ? toRoman(number) : word.toUpperCase();
}

const ROMAN_DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** The value of a Roman number as people write it, 0 when it is none. */
export function romanValue(text: string): number {
  let total = 0;
  const digits = [...text.toUpperCase()].map((letter) => ROMAN_DIGITS[letter] ?? 0);
  for (const [i, digit] of digits.entries()) {
    if (digit === 0) return 0;
    total += digit < (digits[i + 1] ?? 0) ? -digit : digit;
  }
  return toRoman(total) === text.toUpperCase() ? total : 0;
}

export function toRoman(value: number): string {
  const steps: [number, string][] = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let left = value;
  let text = '';
  for (const [size, letters] of steps) {
    while (left >= size) {
      text += letters;
      left -= size;
    }
  }
  return text;
}

/** True for the mark of an annex: "Phụ lục", "PHỤ LỤC II", "Biểu số 1". */
export function isAnnexMark(text: string): boolean {
  return /^(?:phu luc|bieu so|bieu mau|danh muc|phu bieu)\b/.test(bare(text)) && text.length < 160;
}
