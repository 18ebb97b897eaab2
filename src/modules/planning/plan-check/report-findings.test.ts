import { describe, expect, it } from 'vitest';
import { facts, row, soundPlan } from './fixtures.ts';
import { reportFindings } from './report-findings.ts';

const of = (data_to: string | null, submit_by: string | null) =>
  reportFindings(soundPlan({ reports: [row('report', 'r', { data_to, submit_by })] }), facts());

describe('the days of a report', () => {
  it.each(['2026-03-08', '2026-03-14'])('asks for data that are not complete on %s', (due) => {
    expect(of('2026-03-14', due)).toMatchObject([
      { code: 'hand-in-too-early', severity: 'must', field: 'submit_by', mends: [{ shown: '2026-03-16' }] },
    ]);
  });

  it('leaves a report alone that comes after its data, or gives no day', () => {
    expect(of('2026-03-14', '2026-03-16')).toEqual([]);
    expect(of('2026-03-14', null)).toEqual([]);
    expect(of(null, '2026-03-16')).toEqual([]);
  });

  it('moves a hand-in from a day off to the working day before, unless the data are not complete then', () => {
    expect(of('2026-03-10', '2026-03-15')).toMatchObject([
      { code: 'hand-in-day-off', mends: [{ shown: '2026-03-13' }] },
    ]);
    expect(of('2026-03-13', '2026-03-15')).toMatchObject([{ code: 'hand-in-day-off', mends: [] }]);
  });
});
