import { describe, expect, it } from 'vitest';
import reference from '../../../../seed/reference/holidays.json' with { type: 'json' };
import { lunarDate } from './lunar-day.ts';

describe('the first day of the lunar year', () => {
  // Where Việt Nam and China differ, the day of China follows in brackets.
  it.each([
    ['1985-01-21'], // [1985-02-20]
    ['1993-01-23'],
    ['2000-02-05'],
    ['2007-02-17'], // [2007-02-18]
    ['2017-01-28'],
    ['2020-01-25'],
    ['2023-01-22'],
    ['2024-02-10'],
    ['2025-01-29'],
    ['2026-02-17'],
    ['2027-02-06'],
    ['2028-01-26'],
    ['2029-02-13'],
    ['2030-02-02'], // [2030-02-03]
    ['2033-01-31'],
    ['2034-02-19'],
    ['2044-01-30'],
    ['2050-01-23'],
  ])('is %s', (date) => {
    expect(lunarDate(Number(date.slice(0, 4)), 1, 1)).toBe(date);
  });
});

describe('the tenth of the third month', () => {
  it('is the day that the reference file has', () => {
    for (const [year, { days }] of Object.entries(reference.years)) {
      const found = days.filter((day) => day.name.startsWith('Giỗ Tổ')).map((day) => day.on);
      expect([year, found]).toEqual([year, expect.arrayContaining([lunarDate(Number(year), 3, 10)])]);
    }
  });

  it('falls in March or April of every year, and Tết between 20 January and 21 February', () => {
    for (let year = 1970; year <= 2150; year += 1) {
      const [tet, kings] = [lunarDate(year, 1, 1), lunarDate(year, 3, 10)];
      expect(tet >= `${year}-01-20` && tet <= `${year}-02-21`).toBe(true);
      expect(kings >= `${year}-03-27` && kings <= `${year}-05-01`).toBe(true);
    }
  });
});

describe('a day that is none', () => {
  it.each([
    [1969, 1, 1],
    [2151, 1, 1],
    [2026, 0, 1],
    [2026, 12, 1],
    [2026, 1, 31],
    [2026, 1, 0],
    [2026.5, 1, 1],
  ])('%s-%s-%s is refused', (year, month, day) => {
    expect(() => lunarDate(year, month, day)).toThrow(RangeError);
  });
});
