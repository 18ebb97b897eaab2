import { describe, expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { countedPeriod, parsePeriod, spanOf } from './period.ts';

const spans = (text: string, on: string) => {
  const period = parsePeriod(text);
  return period && spanOf(period, plainDate(on));
};

describe('a period', () => {
  it.each([
    ['hom-nay', '2026-05-12', '2026-05-12', '2026-05-12'],
    ['tuan-nay', '2026-05-12', '2026-05-11', '2026-05-17'],
    ['tuan-nay', '2026-05-17', '2026-05-11', '2026-05-17'],
    ['tuan-sau', '2026-12-31', '2027-01-04', '2027-01-10'],
    ['thang-nay', '2024-02-10', '2024-02-01', '2024-02-29'],
    ['thang-truoc', '2026-01-31', '2025-12-01', '2025-12-31'],
    ['thang-sau', '2026-12-01', '2027-01-01', '2027-01-31'],
    ['quy-nay', '2026-05-12', '2026-04-01', '2026-06-30'],
    ['nam-nay', '2026-05-12', '2026-01-01', '2026-12-31'],
    ['7-ngay-toi', '2026-05-12', '2026-05-12', '2026-05-19'],
    ['30-ngay-qua', '2026-05-12', '2026-04-12', '2026-05-12'],
  ])('%s on %s is %s to %s', (text, on, from, to) => {
    expect(spans(text, on)).toEqual({ from, to });
  });

  it.each(['', 'tuan', '0-ngay-toi', '9999-ngay-toi', '-1-ngay-qua', 'toString', '7-ngay'])(
    'is not %j',
    (text) => {
      expect(parsePeriod(text)).toBeUndefined();
    },
  );

  it('is written as it is read', () => {
    expect(parsePeriod(countedPeriod(14, 'last'))).toEqual({ days: 14, side: 'last' });
  });
});
