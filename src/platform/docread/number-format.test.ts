import { describe, expect, it } from 'vitest';
import { numberFormatOf, showNumber } from './number-format.ts';

function shown(value: number, code: string | undefined, id = 164): string {
  return showNumber(value, numberFormatOf(id, code), false);
}

describe('a number', () => {
  it.each([
    [1.1, 'General', '1.1'],
    [0.1 + 0.2, 'General', '0.3'],
    [7, '00', '07'],
    [1.1, '0.00', '1.10'],
    [1234567, '#,##0', '1234567'],
    [0.985, '0.0%', '98.5%'],
    [-3, '0" hồ sơ"', '-3 hồ sơ'],
    [12, '_(* #,##0_);_(* \\(#,##0\\);_(@_)', '12'],
    [3, '[Red]0;[Blue]-0', '3'],
    [5, '"Tháng "0', 'Tháng 5'],
    [5, '0\\.', '5.'],
    [5, '@', '5'],
    [5, '', '5'],
  ])('%d shows by "%s" as %s', (value, code, text) => {
    expect(shown(value, code)).toBe(text);
  });
});

describe('a day', () => {
  it.each([
    [46037, 'dd/mm/yyyy', '15/01/2026'],
    [46037, 'm/d/yy', '15/01/2026'],
    [46037.75, '[$-1010000]d/m/yyyy h:mm;@', '15/01/2026'],
    [46037, '"ngày" dd "tháng" mm', '15/01/2026'],
    [46037, 'mm/yyyy', '01/2026'],
    [46037, 'yyyy', '2026'],
    [46037.604, 'h:mm', '14:30'],
    [0.5, '[h]:mm', '12:00'],
    [59, 'dd/mm/yyyy', '28/02/1900'],
    [61, 'dd/mm/yyyy', '01/03/1900'],
    [-1, 'dd/mm/yyyy', '-1'],
    [9e9, 'dd/mm/yyyy', '9000000000'],
  ])('%d shows by "%s" as %s', (value, code, text) => {
    expect(shown(value, code)).toBe(text);
  });

  it('is known by the numbers of formats that no workbook spells', () => {
    expect([14, 17, 22, 9, 2, 0, 163].map((id) => shown(46037, undefined, id))).toEqual([
      '15/01/2026',
      '01/2026',
      '15/01/2026',
      '4603700%',
      '46037.00',
      '46037',
      '46037',
    ]);
  });
});
