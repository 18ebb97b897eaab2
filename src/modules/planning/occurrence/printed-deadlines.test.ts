import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { dueOn } from '../plan-draft/plan-draft.ts';
import { readDue } from '../reading/deadline.ts';
import type { PlanReading } from '../reading/plan-reading.ts';
import { comesAgain, type WantedOccurrence, wantedOccurrences } from './occurrence.ts';

/** What becomes of a deadline as printed in a plan of these years, all of them still to come. */
function timesOf(phrase: string, yearFrom = 2026, yearTo = yearFrom): WantedOccurrence[] {
  const due = readDue(phrase, { from: yearFrom, to: yearTo })?.due ?? null;
  const day = dueOn(due);
  const task = { dueKind: due?.kind ?? null, dueOn: day === null ? null : plainDate(day), due };
  const span = { from: plainDate(`${yearFrom}-01-01`), untilYear: yearTo };
  const times = wantedOccurrences(task, { yearFrom, yearTo }, span, (one) => one);
  // What comes again has times, and nothing else has.
  expect(times.length > 0).toBe(comesAgain(task));
  return times;
}

describe('a deadline as plans print it', () => {
  it.each([
    ['15/3; 15/6; 15/9; 15/12', ['2026-03-15', '2026-06-15', '2026-09-15', '2026-12-15']],
    ['Hằng quý', ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31']],
    ['Ngày 25 tháng cuối quý', ['2026-03-25', '2026-06-25', '2026-09-25', '2026-12-25']],
    ['Định kỳ 6 tháng', ['2026-06-30', '2026-12-31']],
    ['Quý II, quý IV', ['2026-06-30', '2026-12-31']],
    ['Tháng 5 và tháng 10', ['2026-05-31', '2026-10-31']],
    ['Tháng 1, 4, 7, 10', ['2026-01-31', '2026-04-30', '2026-07-31', '2026-10-31']],
    ['chậm nhất 31/3/2026; chậm nhất 30/6/2026', ['2026-03-31', '2026-06-30']],
    ['01/3 - 30/6/2026; 01/7 - 30/11/2026', ['2026-06-30', '2026-11-30']],
  ])('%s is a task for each time', (phrase, days) => {
    expect(timesOf(phrase).map((one) => one.dueOn)).toEqual(days);
  });

  it.each([
    'Quý II, III',
    'Tháng 11, 12',
    'Quý I, II, III, IV',
    'Trước 15/01/2026',
    'Cả năm',
    'Thường xuyên',
  ])('%s stays one task', (phrase) => {
    expect(timesOf(phrase)).toEqual([]);
  });

  it('of several years has its times in each', () => {
    const times = timesOf('tháng 11 năm 2026 và tháng 11 năm 2027', 2026, 2027);
    expect(times.map((one) => one.dueOn)).toEqual(['2026-11-30', '2027-11-30']);
  });
});

describe('the deadlines of real plans', () => {
  const folders = [
    ['seed', 'plans', 'gold'],
    ['seed', 'reading-corpus', 'seeds-gold'],
    ['seed', 'reading-corpus'],
  ].map((parts) => join(productRoot, ...parts));
  const plans = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Partial<PlanReading>)
      .filter((one): one is PlanReading => one.plan !== undefined && one.tasks !== undefined),
  );

  it('have their times one after another, each within the years of its plan and counted once', () => {
    let recurring = 0;
    for (const { plan, tasks } of plans) {
      const [yearFrom, yearTo] = [plan.year_from ?? 2026, plan.year_to ?? plan.year_from ?? 2026];
      for (const { due_text } of tasks) {
        const times = timesOf(due_text ?? '', yearFrom, yearTo);
        recurring += times.length > 0 ? 1 : 0;
        expect(times.map((one) => one.dueOn)).toEqual(times.map((one) => one.dueOn).toSorted());
        expect(new Set(times.map(({ from, to, no }) => `${from} ${to} ${no}`)).size).toBe(times.length);
        for (const { from, to } of times) {
          expect(from <= to).toBe(true);
          expect(Number(to.slice(0, 4))).toBeGreaterThanOrEqual(yearFrom);
          expect(Number(to.slice(0, 4))).toBeLessThanOrEqual(yearTo);
        }
      }
    }
    expect(plans.length).toBeGreaterThan(60);
    expect(recurring).toBeGreaterThan(200);
  });
});
