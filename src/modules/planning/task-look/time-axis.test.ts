import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate, plainDateOf } from '#platform/clock/plain-date.ts';
import { axisAround, neighbours, pointOn, scales, stretchOn } from './time-axis.ts';

const day = plainDate('2026-05-12');

describe('axisAround', () => {
  it('is the year of the day by months, or thirteen weeks from a Monday', () => {
    const months = axisAround('thang', day);
    expect([months.from, months.to, months.parts.length]).toEqual(['2026-01-01', '2026-12-31', 12]);
    const weeks = axisAround('tuan', day);
    expect([weeks.from, weeks.to, weeks.parts.length]).toEqual(['2026-04-13', '2026-07-12', 13]);
  });

  it('has parts without gaps, and holds its day and not those of its neighbours', () => {
    const days = fc.tuple(
      fc.integer({ min: 2000, max: 2090 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...scales), days, (scale, [year, month, date]) => {
        const on = plainDateOf(year, month, date) ?? day;
        const axis = axisAround(scale, on);
        axis.parts.slice(1).forEach((part, index) => {
          expect(part.from).toBe(addDays(axis.parts[index]?.to ?? on, 1));
        });
        expect(pointOn(axis, on)).toBeDefined();
        const { before, after } = neighbours(scale, on);
        expect([pointOn(axis, before), pointOn(axis, after)]).toEqual([undefined, undefined]);
      }),
      // The first day of a leap year lies 365 days before its last.
      { examples: [['thang', [2028, 1, 1]]] },
    );
  });
});

describe('stretchOn', () => {
  const axis = axisAround('tuan', day);
  const at = (from: string, to: string | null) =>
    stretchOn(axis, plainDate(from), to === null ? null : plainDate(to));

  it('gives the place of days in percent of the axis', () => {
    expect(at('2026-04-13', '2026-07-12')).toEqual({ at: 0, width: 100 });
    const week = at('2026-04-20', '2026-04-26');
    expect([week?.at, week?.width].map((n) => n?.toFixed(2))).toEqual(['7.69', '7.69']);
  });

  it('cuts what begins before or ends after, and leaves out what lies beside it or runs backwards', () => {
    expect(at('2026-01-01', '2026-04-19')).toEqual(at('2026-04-13', '2026-04-19'));
    expect(at('2026-07-06', null)).toEqual(at('2026-07-06', '2026-12-31'));
    expect(at('2026-01-01', '2026-04-12')).toBeUndefined();
    expect(at('2026-07-13', null)).toBeUndefined();
    expect(at('2026-05-12', '2026-05-11')).toBeUndefined();
  });
});
