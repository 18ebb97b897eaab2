import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber, plainDate } from '#platform/clock/plain-date.ts';
import type { Due } from '../reading/plan-reading.ts';
import { dueFindings, workingDayFor } from './due-findings.ts';
import { facts, row, soundPlan } from './fixtures.ts';

const on = (to: string, given: Partial<Due> = {}): Due => ({
  kind: 'date',
  from: null,
  to,
  recurrence: null,
  before: false,
  ...given,
});
const of = (due: Due, due_text: string, head = soundPlan().head) =>
  dueFindings(soundPlan({ head, tasks: [row('task', 't', { seq: '1', due, due_text })] }), facts());

describe('deadlines beside the calendar', () => {
  it('offers the next working day for a day, the last one before for a limit', () => {
    expect(of(on('2026-04-30'), '30/4/2026')).toMatchObject([
      { code: 'due-day-off', detail: { due: '2026-04-30', working: '2026-05-01' }, field: 'due_text' },
    ]);
    expect(of(on('2026-05-02', { before: true }), 'Trước 02/5/2026')).toMatchObject([
      { detail: { working: '2026-05-01' } },
    ]);
  });

  it.each([
    ['Trước 30/4/2026', 'Trước 29/04/2026'],
    ['Chậm nhất ngày 30-04-2026, gửi Phòng', 'Chậm nhất ngày 29/04/2026, gửi Phòng'],
    ['Trước ngày 30/4', 'Trước ngày 29/04/2026'],
    ['Trước ngày 30 tháng 4 năm 2026', 'Trước ngày 29/04/2026'],
    ['Cuối tháng tư', '29/04/2026'],
    ['Trước 130/4 và 30/4/2026', 'Trước 130/4 và 29/04/2026'],
  ])('writes the new day into "%s"', (phrase, rewritten) => {
    const [found] = of(on('2026-04-30', { before: true }), phrase);
    expect(found?.mends[0]?.changes.map((change) => change.value)).toEqual([
      rewritten,
      on('2026-04-29', { before: true }),
    ]);
  });

  it('lets months, quarters and years end on a day off', () => {
    expect(of(on('2026-05-31', { kind: 'month', from: '2026-05-01' }), 'Tháng 5')).toEqual([]);
    expect(of(on('2026-05-29'), '29/5/2026')).toEqual([]);
  });
});

describe('deadlines beside the plan’s own days', () => {
  it('names one that passed before the plan was issued, but not one on that very day', () => {
    expect(of(on('2026-01-02'), '02/01/2026')).toMatchObject([
      { code: 'due-before-issue', detail: { due: '2026-01-02', issued: '2026-01-05' } },
    ]);
    expect(of(on('2026-01-05'), '05/01/2026')).toEqual([]);
  });

  it('offers the same day of the plan’s year for a day of another year', () => {
    expect(of(on('2025-05-15'), '15/5/2025')).toMatchObject([
      { code: 'due-outside-years', detail: { years: '2026' }, mends: [{ shown: '2026-05-15' }] },
    ]);
    expect(of(on('2027-01-15'), '15/01/2027')).toMatchObject([{ code: 'due-outside-years', mends: [] }]);
    const head = { ...soundPlan().head, year_to: 2030 };
    expect(of(on('2031-05-15'), '15/5/2031', head)).toMatchObject([
      { code: 'due-outside-years', detail: { years: '2026–2030' }, mends: [] },
    ]);
    expect(of(on('2029-05-15'), '15/5/2029', head)).toEqual([]);
  });

  it('says nothing where the plan has neither day nor years', () => {
    const head = { ...soundPlan().head, date: null, year_from: null, year_to: null };
    expect(of(on('2019-05-15'), '15/5/2019', head)).toEqual([]);
  });
});

describe('the working day in place of a day off', () => {
  const { isWorkingDay } = facts();
  const anyDay = fc.integer({ min: 19_000, max: 24_000 }).map(fromDayNumber);

  it('is a working day with none between, on the side that the deadline allows', () => {
    fc.assert(
      fc.property(anyDay, fc.boolean(), (day, isLimit) => {
        const found = workingDayFor(day, isLimit, isWorkingDay);
        expect(found && isWorkingDay(found)).toBe(true);
        expect(isLimit ? (found ?? '') < day : (found ?? '') > day).toBe(true);
      }),
    );
  });

  it('is none where the calendar is closed for good', () => {
    expect(workingDayFor(plainDate('2026-05-01'), false, () => false)).toBeUndefined();
  });
});
