import { describe, expect, it } from 'vitest';
import { type PlainDate, plainDate } from '#platform/clock/plain-date.ts';
import type { Due, DueKind } from '../reading/plan-reading.ts';
import { type Deadline, dueOccurrences, isWholeYear } from './occurrence.ts';

const plan = { yearFrom: 2026, yearTo: 2026 };

function deadline(
  dueKind: DueKind | null,
  from: string | null,
  on: string | null,
  due: Partial<Due> = {},
): Deadline {
  const date = (text: string | null): PlainDate | null => (text === null ? null : plainDate(text));
  const printed = dueKind && { kind: dueKind, from, to: on, recurrence: null, ...due };
  return { dueKind, dueFrom: date(from), dueOn: date(on), due: printed };
}

const said = (one: Deadline, year = 2026, years = plan) =>
  dueOccurrences(one, years, year).map((each) => `${each.from} ${each.to} ${each.day ?? '-'}`);

describe('dueOccurrences', () => {
  it('puts a dated task on its day', () => {
    expect(said(deadline('date', null, '2026-01-15'))).toEqual(['2026-01-15 2026-01-15 2026-01-15']);
    expect(said(deadline('date', '2026-01-05', '2026-02-06'))).toEqual(['2026-01-05 2026-02-06 2026-02-06']);
  });

  it('shows each of several dates, and each of several months, at its own end', () => {
    const dates = [
      { from: '2026-05-14', to: '2026-05-14' },
      { from: '2026-10-30', to: '2026-10-30' },
    ];
    expect(said(deadline('date', '2026-05-14', '2026-10-30', { periods: dates }))).toEqual([
      '2026-05-14 2026-05-14 2026-05-14',
      '2026-10-30 2026-10-30 2026-10-30',
    ]);
    const months = [
      { from: '2026-05-01', to: '2026-05-31' },
      { from: '2026-10-01', to: '2026-10-31' },
    ];
    expect(said(deadline('month', '2026-05-01', '2026-10-31', { periods: months }))).toEqual([
      '2026-05-01 2026-05-31 -',
      '2026-10-01 2026-10-31 -',
    ]);
  });

  it('follows the day that an assignment set, not the print', () => {
    const printed: Due = { kind: 'quarters', from: '2026-04-01', to: '2026-06-30', recurrence: null };
    const moved = { ...deadline('date', null, '2026-05-20'), due: printed };
    expect(said(moved)).toEqual(['2026-05-20 2026-05-20 2026-05-20']);
  });

  it('keeps what ends in another year for that year', () => {
    const years = deadline('year', '2026-01-01', '2030-12-31');
    expect(said(years, 2026, { yearFrom: 2026, yearTo: 2030 })).toEqual([]);
    expect(said(years, 2030, { yearFrom: 2026, yearTo: 2030 })).toEqual(['2026-01-01 2030-12-31 -']);
  });

  it('repeats what recurs in the years of the plan only', () => {
    const monthly = deadline('recurring', null, null, { recurrence: { every: 'month', dayOfMonth: 5 } });
    expect(said(monthly)).toHaveLength(12);
    expect(said(monthly, 2027)).toEqual([]);
  });

  it.each(['ongoing', 'on-request', 'after-event'] as const)('shows no time for %s', (kind) => {
    expect(said(deadline(kind, null, null))).toEqual([]);
  });

  it('shows no time for a deadline that was not understood', () => {
    expect(said({ dueKind: null, dueFrom: null, dueOn: null, due: null })).toEqual([]);
  });
});

describe('isWholeYear', () => {
  const span = (from: string, to: string, day: string | null = null) =>
    isWholeYear({ from: plainDate(from), to: plainDate(to), day: day === null ? null : plainDate(day) });

  it('knows a year, and years, from a quarter and from a day', () => {
    expect(span('2026-01-01', '2026-12-31')).toBe(true);
    expect(span('2026-01-01', '2030-12-31')).toBe(true);
    expect(span('2026-10-01', '2026-12-31')).toBe(false);
    expect(span('2026-01-01', '2026-12-31', '2026-12-31')).toBe(false);
  });
});
