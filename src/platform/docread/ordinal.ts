const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const LAST_ROMAN = 3999;
const LAST_LETTER = 26 * 30;

/** A list number as Word prints it in one of its number formats; a format not known here counts in plain digits. */
export function formatOrdinal(value: number, format: string): string {
  switch (format) {
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperLetter':
      return letter(value).toUpperCase();
    case 'lowerLetter':
      return letter(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(value);
  }
}

function roman(value: number): string {
  if (value < 1 || value > LAST_ROMAN) return String(value);
  let rest = value;
  let written = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      written += sign;
      rest -= worth;
    }
  }
  return written;
}

/** Word goes on from z with aa, bb, cc. */
function letter(value: number): string {
  if (value < 1 || value > LAST_LETTER) return String(value);
  const sign = String.fromCharCode('a'.charCodeAt(0) + ((value - 1) % 26));
  return sign.repeat(Math.ceil(value / 26));
}
