import { describe, expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { handInDays } from './report-regime.ts';

const plan = { yearFrom: 2026, yearTo: 2027 };
const monthly = { every: 'month', dayOfMonth: 15, except_months: [3, 6, 9, 12] } as const;

describe('handInDays', () => {
  it('gives the printed date in its own year only', () => {
    const regime = { submitBy: plainDate('2026-03-08'), submitRule: null };
    expect(handInDays(regime, plan, 2026)).toEqual(['2026-03-08']);
    expect(handInDays(regime, plan, 2027)).toEqual([]);
  });

  it('keeps a date that lies after the years of the plan', () => {
    expect(handInDays({ submitBy: plainDate('2028-01-10'), submitRule: null }, plan, 2028)).toEqual([
      '2028-01-10',
    ]);
  });

  it('follows the rule in each year of the plan and in no other', () => {
    const regime = { submitBy: null, submitRule: monthly };
    expect(handInDays(regime, plan, 2027)).toHaveLength(8);
    expect(handInDays(regime, plan, 2027)[2]).toBe('2027-04-15');
    expect(handInDays(regime, plan, 2025)).toEqual([]);
    expect(handInDays(regime, plan, 2028)).toEqual([]);
  });

  it('lets a printed date go before a rule', () => {
    expect(handInDays({ submitBy: plainDate('2026-06-08'), submitRule: monthly }, plan, 2026)).toEqual([
      '2026-06-08',
    ]);
  });

  it('names no day where the plan names none', () => {
    expect(handInDays({ submitBy: null, submitRule: null }, plan, 2026)).toEqual([]);
    expect(handInDays({ submitBy: null, submitRule: { every: 'quarter' } }, plan, 2026)).toEqual([]);
  });
});
