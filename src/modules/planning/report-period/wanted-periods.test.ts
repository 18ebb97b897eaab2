import { describe, expect, it } from 'vitest';
import { type PlainDate, plainDate } from '#platform/clock/plain-date.ts';
import { newId } from '#platform/db/id.ts';
import type { ReportRegime } from '../plan/plan.ts';
import { comparePeriods, isNothing, type StandingPeriod } from './compare-periods.ts';
import { isDueBefore, rollingWindow } from './hand-in-words.ts';
import { monthsWithout } from './months-without.ts';
import { dueDay, wantedPeriods } from './wanted-periods.ts';

const planId = newId<'plan'>();
const regime = (given: Partial<ReportRegime>): ReportRegime => ({
  id: newId<'report-regime'>(),
  planId,
  period: 'Q1',
  dataFrom: null,
  dataTo: null,
  submitBy: null,
  submitRule: null,
  addressee: null,
  reporter: null,
  text: 'Báo cáo',
  ...given,
});

describe('the day before which or on which a report is due', () => {
  it.each([
    ['gửi trước ngày 08/3', 8, true],
    ['trước ngày mùng 10 của tháng cuối quý', 10, true],
    ['Trước 15/3', 15, true],
    ['chậm nhất là ngày 15 hàng tháng', 15, false],
    ['chậm nhất vào ngày 31/8, 31/10/2025', 31, false],
    ['trước 16 giờ ngày 14/3', 14, false],
    ['trước 16 giờ ngày 16/3', 16, false],
    ['từ 08/12 năm trước liền kề đến ngày 08/3; gửi ngày 08/3', 8, false],
    ['trước ngày 18/3', 8, false],
  ])('%s', (text, day, isBefore) => {
    expect(isDueBefore(text, day)).toBe(isBefore);
  });
});

describe('a window that rolls', () => {
  it('is read month by month and quarter by quarter', () => {
    expect(rollingWindow('tính từ ngày 14 tháng trước liền kề đến ngày 15 tháng báo cáo')).toEqual({
      every: 'month',
      fromDay: 14,
      toDay: 15,
    });
    expect(rollingWindow('từ ngày 15 tháng cuối quý trước đến ngày 14 tháng cuối quý báo cáo')).toEqual({
      every: 'quarter',
      fromDay: 15,
      toDay: 14,
    });
    expect(rollingWindow('từ ngày 15/12 đến ngày 14/3')).toBeUndefined();
  });

  it('ends with a month that is shorter than its day', () => {
    const [, february] = wantedPeriods(
      [
        regime({
          period: 'month',
          submitRule: { every: 'month', dayOfMonth: 28 },
          text: 'từ ngày 31 tháng trước đến ngày 30 tháng báo cáo',
        }),
      ],
      { yearFrom: 2026, yearTo: 2026 },
    );
    expect([february?.dataFrom, february?.dataTo]).toEqual(['2026-01-31', '2026-02-28']);
  });
});

describe('a plan of several years', () => {
  it('has its periods in each, without windows that nobody can place', () => {
    const rule = { every: 'year' as const, month: 3, dayOfMonth: 14 };
    const wanted = wantedPeriods(
      [regime({ submitRule: rule, dataFrom: plainDate('2025-12-15'), dataTo: plainDate('2026-03-14') })],
      { yearFrom: 2026, yearTo: 2028 },
    );
    expect(wanted.map((one) => [one.year, one.printedOn, one.dataFrom])).toEqual([
      [2026, '2026-03-14', null],
      [2027, '2027-03-14', null],
      [2028, '2028-03-14', null],
    ]);
  });

  it('keeps the report of its last year that is due after it', () => {
    const [one] = wantedPeriods([regime({ period: 'year', submitBy: plainDate('2027-01-10') })], {
      yearFrom: 2026,
      yearTo: 2026,
    });
    expect([one?.year, one?.lastOn]).toEqual([2026, '2027-01-10']);
  });
});

it('tells the months without a monthly report, of plans of the year only', () => {
  const one = regime({
    period: 'month',
    submitRule: { every: 'month', dayOfMonth: 15, except_months: [3, 6] },
    text: 'trừ các tháng 3, 6',
  });
  const plans = [{ id: planId, yearFrom: 2026, yearTo: 2026 }];
  expect(monthsWithout([one], plans, 2026)).toEqual([
    { id: one.id, months: [3, 6], text: 'trừ các tháng 3, 6' },
  ]);
  expect(monthsWithout([one], plans, 2027)).toEqual([]);
});

it('moves a day off only where the office says so', () => {
  const working = { before: () => plainDate('2026-03-06'), after: () => plainDate('2026-03-09') };
  const last = plainDate('2026-03-07');
  expect(dueDay(last, 'keep', working)).toBe('2026-03-07');
  expect(dueDay(last, 'before', working)).toBe('2026-03-06');
  expect(dueDay(last, 'after', working)).toBe('2026-03-09');
  expect(dueDay(null, 'before', working)).toBeNull();
});

describe('what stands against what a plan orders', () => {
  const same = (day: PlainDate | null) => day;
  const at = { today: plainDate('2026-02-01'), due: same };
  const [wanted] = wantedPeriods([regime({ submitBy: plainDate('2026-03-08') })], {
    yearFrom: 2026,
    yearTo: 2026,
  });
  if (!wanted) throw new Error('the plan orders nothing');
  const stands = (given: Partial<StandingPeriod> = {}): StandingPeriod => ({
    ...wanted,
    id: newId<'report-period'>(),
    planId,
    dueOn: wanted.lastOn,
    byHand: [],
    state: 'open',
    isTouched: false,
    ...given,
  });

  it('makes what is missing, once, and as over where its day is past', () => {
    expect(comparePeriods(planId, [wanted], [], at).made).toMatchObject([{ key: wanted.key, isOver: false }]);
    const later = { today: plainDate('2026-03-09'), due: same };
    expect(comparePeriods(planId, [wanted], [], later).made).toMatchObject([{ isOver: true }]);
    expect(isNothing(comparePeriods(planId, [wanted], [stands()], at))).toBe(true);
  });

  it('follows the plan but for what people have set', () => {
    const old = {
      lastOn: plainDate('2026-03-01'),
      printedOn: plainDate('2026-03-01'),
      dueOn: plainDate('2026-03-01'),
    };
    const [change] = comparePeriods(planId, [wanted], [stands(old)], at).changed;
    expect(change).toMatchObject({ facts: { lastOn: '2026-03-08', dueOn: '2026-03-08' }, isTold: true });
    const kept = comparePeriods(planId, [wanted], [stands({ ...old, byHand: ['day'] })], at);
    expect(isNothing(kept)).toBe(true);
  });

  it('drops what is not ordered any more unless somebody has worked on it, and takes it up again', () => {
    const [free, worked, closed] = [stands(), stands({ isTouched: true }), stands({ state: 'sent' })];
    expect(comparePeriods(planId, [], [free, worked, closed], at).dropped).toEqual([free.id]);
    const dropped = stands({ state: 'dropped' });
    expect(comparePeriods(planId, [wanted], [dropped], at).revived).toEqual([
      { id: dropped.id, isOver: false },
    ]);
  });
});
