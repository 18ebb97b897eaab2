import { dateOfSerial } from './serial-date.ts';

/** How the cells of one style show a number. */
export type NumberFormat =
  | { readonly kind: 'general' }
  | { readonly kind: 'date'; readonly parts: 'day' | 'month' | 'year' | 'time' }
  | {
      readonly kind: 'number';
      readonly before: string;
      readonly after: string;
      readonly wholeDigits: number;
      readonly decimals: number;
      readonly percent: boolean;
    };

/** The formats that a workbook numbers without spelling them. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [14, 'dd/mm/yyyy'],
  [15, 'dd/mm/yyyy'],
  [16, 'dd/mm/yyyy'],
  [17, 'mm/yyyy'],
  [18, 'h:mm'],
  [19, 'h:mm'],
  [20, 'h:mm'],
  [21, 'h:mm'],
  [22, 'dd/mm/yyyy'],
  ...[...range(27, 36), ...range(50, 58)].map((id) => [id, 'dd/mm/yyyy'] as const),
  ...range(37, 38).map((id) => [id, '#,##0'] as const),
  ...range(39, 40).map((id) => [id, '#,##0.00'] as const),
  ...range(45, 47).map((id) => [id, 'h:mm'] as const),
]);

const GENERAL: NumberFormat = { kind: 'general' };
const MOST_DECIMALS = 20;
/** As spreadsheets bound it. */
const LONGEST_CODE = 255;

/** The format of a style, from the code that the workbook spells for it or else from its number. */
export function numberFormatOf(id: number, spelled: string | undefined): NumberFormat {
  const code = spelled ?? BUILT_IN.get(id);
  if (code === undefined) return GENERAL;
  // Further sections are for negative numbers, zero and text. Colours, conditions and widths print nothing.
  const tokens =
    (code.slice(0, LONGEST_CODE).split(';', 1)[0] ?? '').match(
      /"[^"]*"|\\.|\[[^\]]*\]|[_*].|[0#?.,]+|./gsu,
    ) ?? [];
  const shown = tokens.filter((token) => !/^(?:\[(?!h+\]|m+\]|s+\])|[_*])/i.test(token));
  const bare = shown.filter((token) => !/^["\\]/.test(token)).join('');
  if (/[dmyhs]/i.test(bare) && !/general/i.test(bare)) return { kind: 'date', parts: datePartsOf(bare) };
  const digits = shown.findIndex((token) => /^[0#?]|^\.[0#?]/.test(token));
  if (digits === -1) return GENERAL;
  const [whole = '', decimals = ''] = (shown[digits] ?? '').split('.');
  return {
    kind: 'number',
    before: literal(shown.slice(0, digits)),
    after: literal(shown.slice(digits + 1)),
    wholeDigits: Math.min(MOST_DECIMALS, whole.replace(/[^0]/g, '').length),
    decimals: Math.min(MOST_DECIMALS, decimals.replace(/[^0#?]/g, '').length),
    percent: bare.includes('%'),
  };
}

/**
 * A number as people read it: dates as dd/mm/yyyy whatever order the format shows, percentages and literal words as
 * printed, no thousands separator, a point before decimals.
 */
export function showNumber(value: number, format: NumberFormat, from1904: boolean): string {
  if (format.kind === 'date') return showDate(value, format.parts, from1904);
  if (format.kind === 'general') return general(value);
  const scaled = format.percent ? value * 100 : value;
  const [whole = '', decimals] = Math.abs(scaled).toFixed(format.decimals).split('.');
  const sign = scaled < 0 ? '-' : '';
  const digits = whole.padStart(format.wholeDigits, '0') + (decimals === undefined ? '' : `.${decimals}`);
  return `${format.before}${sign}${digits}${format.after}`;
}

/** Eleven digits are what a spreadsheet shows; the rest is the error of binary fractions. */
function general(value: number): string {
  return String(Number(value.toPrecision(11)));
}

function showDate(serial: number, parts: 'day' | 'month' | 'year' | 'time', from1904: boolean): string {
  const date = dateOfSerial(serial, from1904);
  if (date === undefined) return general(serial);
  const two = (part: number): string => String(part).padStart(2, '0');
  if (parts === 'time') return `${date.getUTCHours()}:${two(date.getUTCMinutes())}`;
  const year = String(date.getUTCFullYear());
  if (parts === 'year') return year;
  const month = `${two(date.getUTCMonth() + 1)}/${year}`;
  return parts === 'month' ? month : `${two(date.getUTCDate())}/${month}`;
}

function datePartsOf(bare: string): 'day' | 'month' | 'year' | 'time' {
  if (/d/i.test(bare)) return 'day';
  if (/[hs]/i.test(bare)) return 'time';
  return /m/i.test(bare) ? 'month' : 'year';
}

function literal(tokens: readonly string[]): string {
  return tokens
    .filter((token) => !/^[@0#?.,]+$/.test(token))
    .map((token) => token.replace(/^"([^]*)"$|^\\/, '$1'))
    .join('');
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
