import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  compareDates,
  dayNumber,
  daysBetween,
  endOfMonth,
  endOfQuarter,
  formatDayFirst,
  fromDayNumber,
  parseDayFirstDate,
  parsePlainDate,
  partsOf,
  plainDate,
  plainDateAt,
  plainDateOf,
  quarterOf,
  weekday,
} from './plain-date.ts';

const anyDate = fc
  .integer({ min: dayNumber(plainDate('0001-01-01')), max: dayNumber(plainDate('9999-12-31')) })
  .map(fromDayNumber);

describe('reading a date', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-4-1',
    '0000-01-01',
    '2026-04-31',
    '',
    '2026-01-01T00:00Z',
  ])('refuses %j', (text) => {
    expect(parsePlainDate(text)).toBeUndefined();
    expect(() => plainDate(text)).toThrow(RangeError);
  });

  it('knows leap years of the Gregorian calendar', () => {
    expect(parsePlainDate('2028-02-29')).toBe('2028-02-29');
    expect(parsePlainDate('2000-02-29')).toBe('2000-02-29');
    expect(parsePlainDate('1900-02-29')).toBeUndefined();
  });

  it('reads the day first, as people type it', () => {
    expect(parseDayFirstDate(' 5/1/2026 ')).toBe('2026-01-05');
    expect(parseDayFirstDate('30-04-2026')).toBe('2026-04-30');
    expect(parseDayFirstDate('31/4/2026')).toBeUndefined();
    expect(parseDayFirstDate('2026-04-30')).toBeUndefined();
  });

  it('refuses numbers that are no day', () => {
    expect(plainDateOf(2026, 1.5, 1)).toBeUndefined();
    expect(plainDateOf(2026, 1, 0)).toBeUndefined();
    expect(plainDateOf(Number.NaN, 1, 1)).toBeUndefined();
  });
});

describe('the date at an instant', () => {
  it('changes at midnight in Việt Nam', () => {
    expect(plainDateAt(new Date('2025-12-31T16:59:59.999Z'))).toBe('2025-12-31');
    expect(plainDateAt(new Date('2025-12-31T17:00:00Z'))).toBe('2026-01-01');
  });
});

describe('arithmetic', () => {
  it('agrees with the proleptic calendar of the platform on every day', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const instant = new Date(`${date}T00:00:00Z`);
        expect(dayNumber(date)).toBe(instant.getTime() / 86_400_000);
        expect(weekday(date) % 7).toBe(instant.getUTCDay());
      }),
    );
  });

  it('adds what it counts, and orders as it counts', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(compareDates(a, b)).toBe(Math.sign(daysBetween(b, a)));
        expect(a < b).toBe(daysBetween(a, b) > 0);
      }),
    );
  });

  it('writes day first what it reads day first', () => {
    fc.assert(fc.property(anyDate, (date) => parseDayFirstDate(formatDayFirst(date)) === date));
  });

  it('stops at the ends of the calendar', () => {
    expect(() => addDays(plainDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(plainDate('0001-01-01'), -1)).toThrow(RangeError);
  });
});

describe('months and quarters', () => {
  it('end on the days that reports are due', () => {
    expect(([1, 2, 3, 4] as const).map((quarter) => endOfQuarter(2026, quarter))).toEqual([
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
      '2026-12-31',
    ]);
    expect(endOfMonth(2028, 2)).toBe('2028-02-29');
    expect(() => endOfMonth(2026, 13)).toThrow(RangeError);
  });

  it('places every date before the end of its own quarter and after the end of the one before', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const end = endOfQuarter(partsOf(date).year, quarterOf(date));
        expect(daysBetween(date, end)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(date, end)).toBeLessThan(92);
      }),
    );
  });
});
