import { describe, expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { askedMonth } from './asked-month.ts';
import { dataDay, isOver, monthBefore, monthOf, parseMonth } from './review-month.ts';

describe('a month', () => {
  it('is read as addresses and as people write it', () => {
    expect(parseMonth('2026-02')).toEqual({ first: '2026-02-01', last: '2026-02-28', key: '2026-02' });
    expect(parseMonth('5/2026')?.key).toBe('2026-05');
    expect(['2026-13', '0/2026', '2026-00', '1999-01', '', 'x', '2026-05-01'].map(parseMonth)).toEqual(
      Array.from({ length: 7 }, () => undefined),
    );
  });

  it('has months before and after it, over the turn of a year', () => {
    const month = monthOf(plainDate('2026-01-31'));
    expect(monthBefore(month).key).toBe('2025-12');
    expect(monthBefore(month, 13).key).toBe('2024-12');
    expect(monthBefore(month, -1).key).toBe('2026-02');
  });

  it('is over the day after its last, and told as of today until then', () => {
    const month = monthOf(plainDate('2026-05-12'));
    expect(isOver(month, plainDate('2026-05-31'))).toBe(false);
    expect(isOver(month, plainDate('2026-06-01'))).toBe(true);
    expect(dataDay(month, plainDate('2026-05-12'))).toBe('2026-05-12');
    expect(dataDay(month, plainDate('2026-07-12'))).toBe('2026-05-31');
  });

  it('of an address is the last one over, unless one that has begun is named', () => {
    const ask = (text: string) => askedMonth(new URLSearchParams({ thang: text }), plainDate('2026-05-12'));
    expect(ask('').month.key).toBe('2026-04');
    expect(ask('2026-05').month.key).toBe('2026-05');
    expect([ask('2026-06').trouble, ask('06/2026').month.key, ask('tháng 5').trouble]).toEqual([
      'ahead',
      '2026-04',
      'wrong',
    ]);
  });
});
