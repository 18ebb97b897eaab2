import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekday } from '#platform/clock/plain-date.ts';
import type { DueKind } from '../reading/plan-reading.ts';
import { namedTimes, occurrencesOf, type RecurrenceRule } from './recurrence.ts';

const daysOf = (rule: RecurrenceRule, year = 2026) => occurrencesOf(rule, year).map((each) => each.day);
const spansOf = (rule: RecurrenceRule, year = 2026) =>
  occurrencesOf(rule, year).map(
    (each) => `${each.from} ${each.to} ${each.day === null ? 'undated' : 'dated'}`,
  );

describe('occurrencesOf', () => {
  it('names the day of each month', () => {
    expect(daysOf({ every: 'month', dayOfMonth: 5 })).toHaveLength(12);
    expect(daysOf({ every: 'month', dayOfMonth: 5 })[1]).toBe('2026-02-05');
  });

  it('leaves out the months that are excepted', () => {
    expect(daysOf({ every: 'month', dayOfMonth: 15, except_months: [3, 6, 9, 12] })).toEqual(
      ['01', '02', '04', '05', '07', '08', '10', '11'].map((month) => `2026-${month}-15`),
    );
  });

  it('guesses no day that a month does not have', () => {
    const rule: RecurrenceRule = { every: 'month', dayOfMonth: 31 };
    expect(daysOf(rule)[2]).toBe('2026-03-31');
    expect(daysOf(rule)[3]).toBeNull();
    expect(spansOf(rule)[3]).toBe('2026-04-01 2026-04-30 undated');
  });

  it('finds the day in the last month of a quarter, of a half-year, of a year', () => {
    expect(daysOf({ every: 'quarter', dayOfMonth: 25, month: 'last' })).toEqual([
      '2026-03-25',
      '2026-06-25',
      '2026-09-25',
      '2026-12-25',
    ]);
    expect(daysOf({ every: 'half-year', dayOfMonth: 10, month: 'last' })).toEqual([
      '2026-06-10',
      '2026-12-10',
    ]);
    expect(daysOf({ every: 'year', dayOfMonth: 1, month: 'last' })).toEqual(['2026-12-01']);
  });

  it('does not say in which month of a quarter a day lies when the rule does not', () => {
    expect(spansOf({ every: 'quarter', dayOfMonth: 10 })[0]).toBe('2026-01-01 2026-03-31 undated');
    expect(spansOf({ every: 'quarter', dayOfMonth: 10, month: 2 })[1]).toBe('2026-04-01 2026-06-30 undated');
  });

  it('takes one day, or one month, of each year', () => {
    expect(daysOf({ every: 'year', dayOfMonth: 30, month: 4 })).toEqual(['2026-04-30']);
    expect(spansOf({ every: 'year', month: 4 })).toEqual(['2026-04-01 2026-04-30 undated']);
    expect(spansOf({ every: 'year', times: 2 })).toEqual(['2026-01-01 2026-12-31 undated']);
    expect(spansOf({ every: 'batch' })).toEqual(['2026-01-01 2026-12-31 undated']);
  });

  it('knows weekdays: of every week, and of one week of a month', () => {
    const fridays = daysOf({ every: 'week', weekday: 5 });
    expect(fridays.slice(0, 2)).toEqual(['2026-01-02', '2026-01-09']);
    expect(fridays).toHaveLength(52);
    expect(daysOf({ every: 'month', weekday: 6, week: 1 }).slice(0, 2)).toEqual(['2026-01-03', '2026-02-07']);
    expect(daysOf({ every: 'month', weekday: 1, week: -1 })[4]).toBe('2026-05-25');
    expect(daysOf({ every: 'month', weekday: 1, week: 5 }).slice(0, 3)).toEqual([null, null, '2026-03-30']);
  });

  it('gives months for a weekly rule without a weekday', () => {
    expect(spansOf({ every: 'week' })).toHaveLength(12);
    expect(spansOf({ every: 'week' })[1]).toBe('2026-02-01 2026-02-28 undated');
  });

  it('joins a list of rhythms and says a shared day once', () => {
    expect(daysOf({ every: ['quarter', 'half-year', 'year'], dayOfMonth: 15, month: 'last' })).toEqual([
      '2026-03-15',
      '2026-06-15',
      '2026-09-15',
      '2026-12-15',
    ]);
    expect(spansOf({ every: ['quarter', 'year'] }).slice(3)).toEqual([
      '2026-10-01 2026-12-31 undated',
      '2026-01-01 2026-12-31 undated',
    ]);
  });

  it('keeps to the year and to the rule, whatever the rule', () => {
    const rules = fc.record(
      {
        every: fc.constantFrom('week', 'month', 'quarter', 'half-year', 'year', 'batch'),
        dayOfMonth: fc.integer({ min: 1, max: 31 }),
        month: fc.oneof(fc.constant('last'), fc.integer({ min: 1, max: 12 })),
        weekday: fc.integer({ min: 1, max: 7 }),
        week: fc.constantFrom(-1, 1, 2, 3, 4, 5),
        except_months: fc.array(fc.integer({ min: 1, max: 12 })),
      },
      { requiredKeys: ['every'] },
    ) as fc.Arbitrary<RecurrenceRule>;
    fc.assert(
      fc.property(rules, fc.integer({ min: 2020, max: 2032 }), (rule, year) => {
        const found = occurrencesOf(rule, year);
        for (const { from, to, day } of found) {
          expect([from.slice(0, 4), to.slice(0, 4)]).toEqual([String(year), String(year)]);
          expect(from <= to).toBe(true);
          if (day === null) continue;
          const wanted = rule.every === 'week' ? rule.weekday : rule.dayOfMonth;
          const given = rule.every === 'week' ? weekday(day) : Number(day.slice(8));
          expect(wanted ?? given).toBe(given);
          expect(rule.except_months ?? []).not.toContain(Number(day.slice(5, 7)));
        }
        expect(found.map((each) => each.to)).toEqual(found.map((each) => each.to).sort());
      }),
    );
  });
});

describe('the times that a deadline names one by one', () => {
  const named = (kind: DueKind, ...periods: [string | null, string][]) =>
    namedTimes({ kind, periods: periods.map(([from, to]) => ({ from: from as string, to })) }).map(
      ({ from, to }) => `${from} ${to}`,
    );

  it('are months and quarters apart from each other', () => {
    expect(named('quarters', ['2026-04-01', '2026-06-30'], ['2026-10-01', '2026-12-31'])).toEqual([
      '2026-04-01 2026-06-30',
      '2026-10-01 2026-12-31',
    ]);
  });

  it('are one span where they touch, also beside others', () => {
    expect(named('month', ['2026-05-01', '2026-05-31'], ['2026-06-01', '2026-06-30'])).toEqual([]);
    const three = named(
      'month',
      ['2026-02-01', '2026-02-28'],
      ['2026-03-01', '2026-03-31'],
      ['2026-09-01', '2026-09-30'],
    );
    expect(three).toEqual(['2026-02-01 2026-03-31', '2026-09-01 2026-09-30']);
  });

  it('are all days, from where each begins or the day alone', () => {
    expect(named('date', [null, '2026-03-31'], [null, '2026-06-30'])).toEqual([
      '2026-03-31 2026-03-31',
      '2026-06-30 2026-06-30',
    ]);
    const touching = named('date', ['2026-03-01', '2026-06-30'], ['2026-07-01', '2026-11-30']);
    expect(touching).toHaveLength(2);
  });

  it('are counted once where they are named twice', () => {
    expect(named('date', [null, '2026-03-31'], [null, '2026-03-31'], [null, '2026-06-30'])).toHaveLength(2);
    expect(named('date', [null, '2026-03-31'], [null, '2026-03-31'])).toEqual([]);
  });

  it('are none of what recurs by a rule, or has no times', () => {
    expect(named('recurring', ['2026-03-31', '2026-03-31'], ['2026-06-30', '2026-06-30'])).toEqual([]);
    expect(namedTimes({ kind: 'month' })).toEqual([]);
  });
});
