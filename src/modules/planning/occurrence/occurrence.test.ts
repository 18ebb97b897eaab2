import { describe, expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import type { Due, Recurrence } from '../reading/plan-reading.ts';
import {
  comesAgain,
  compareOccurrences,
  lastYearToMake,
  type StandingOccurrence,
  wantedOccurrences,
} from './occurrence.ts';

const plan = { yearFrom: 2026, yearTo: 2026 };
const monday = plainDate('2026-06-01');

function wanted(recurrence: Recurrence, from = '2026-01-01', untilYear = 2026, years = plan) {
  const due: Due = { kind: 'recurring', from: null, to: null, recurrence };
  const span = { from: plainDate(from), untilYear };
  return wantedOccurrences({ dueKind: 'recurring', dueOn: null, due }, years, span, (day) =>
    day === '2026-05-31' ? monday : day,
  );
}

describe('the occurrences that a plan asks for', () => {
  it('are one for each month, quarter, half and year', () => {
    expect(wanted({ every: 'month' })).toHaveLength(12);
    expect(wanted({ every: 'quarter' }).map((one) => one.dueOn)).toEqual([
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
      '2026-12-31',
    ]);
    expect(wanted({ every: 'half-year' })).toHaveLength(2);
    expect(wanted({ every: 'year' })).toHaveLength(1);
  });

  it('are several within one period where the plan says how often', () => {
    expect(wanted({ every: 'year', times: 2 }).map(({ no, dueOn }) => [no, dueOn])).toEqual([
      [1, '2026-12-31'],
      [2, '2026-12-31'],
    ]);
  });

  it('are due on the next working day, while the period stays as printed', () => {
    const may = wanted({ every: 'month' }).find((one) => one.to === '2026-05-31');
    expect(may?.dueOn).toBe(monday);
  });

  it('begin with the first whose day has not passed, and end with the years that are to be made', () => {
    expect(wanted({ every: 'month' }, '2026-10-05')).toHaveLength(3);
    const five = { yearFrom: 2026, yearTo: 2030 };
    expect(wanted({ every: 'year' }, '2026-01-01', 2027, five).map((one) => one.dueOn)).toEqual([
      '2026-12-31',
      '2027-12-31',
    ]);
    expect(lastYearToMake(plainDate('2026-11-30'))).toBe(2026);
    expect(lastYearToMake(plainDate('2026-12-01'))).toBe(2027);
  });

  it('are none where the deadline does not recur', () => {
    const due: Due = { kind: 'ongoing', from: null, to: null, recurrence: { every: 'month' } };
    const span = { from: plainDate('2026-01-01'), untilYear: 2026 };
    const ongoing = { dueKind: 'ongoing', dueOn: null, due };
    expect(wantedOccurrences(ongoing, plan, span, (day) => day)).toEqual([]);
    expect(comesAgain(ongoing)).toBe(false);
  });

  it('are those that the plan names one by one, until people set another deadline', () => {
    const periods = [
      { from: '2026-04-01', to: '2026-06-30' },
      { from: '2026-10-01', to: '2026-12-31' },
    ];
    const due: Due = { kind: 'quarters', from: '2026-04-01', to: '2026-12-31', recurrence: null, periods };
    const task = { dueKind: 'quarters', dueOn: plainDate('2026-12-31'), due };
    const span = { from: plainDate('2026-07-01'), untilYear: 2026 };
    expect(wantedOccurrences(task, plan, span, (day) => day)).toEqual([
      { from: '2026-10-01', to: '2026-12-31', no: 1, dueOn: '2026-12-31' },
    ]);
    expect(wantedOccurrences(task, plan, { ...span, untilYear: 2025 }, (day) => day)).toEqual([]);
    expect(comesAgain({ ...task, dueKind: 'date', dueOn: plainDate('2026-11-20') })).toBe(false);
  });
});

describe('what has to happen with the occurrences that stand', () => {
  const today = plainDate('2026-05-12');
  const standing = (month: number, others: Partial<StandingOccurrence> = {}): StandingOccurrence => {
    const day = plainDate(`2026-0${month}-20`);
    return {
      id: String(month),
      from: day,
      to: day,
      no: 1,
      stage: 'assigned',
      dueOn: day,
      isDropped: false,
      ...others,
    };
  };
  const asked = [5, 6].map((month) => ({ ...standing(month), dueOn: plainDate(`2026-0${month}-20`) }));

  it('is nothing where they are those that are asked for', () => {
    expect(compareOccurrences(asked, [standing(5), standing(6)], today)).toEqual({
      made: [],
      dropped: [],
      revived: [],
    });
  });

  it('closes what is not asked for any more, but neither what has begun nor what is over', () => {
    const all = [standing(4), standing(5), standing(6), standing(7), standing(8, { stage: 'in-progress' })];
    expect(compareOccurrences(asked, all, today).dropped.map((one) => one.id)).toEqual(['7']);
  });

  it('makes what is missing, and opens again what was closed for not being asked for', () => {
    const change = compareOccurrences(asked, [standing(6, { stage: 'cancelled', isDropped: true })], today);
    expect(change.made.map((one) => one.from)).toEqual(['2026-05-20']);
    expect(change.revived.map((one) => one.id)).toEqual(['6']);
    const byPeople = standing(6, { stage: 'cancelled' });
    expect(compareOccurrences(asked, [byPeople], today).revived).toEqual([]);
  });
});
