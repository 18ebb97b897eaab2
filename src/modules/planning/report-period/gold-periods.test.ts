import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { newId } from '#platform/db/id.ts';
import { readSource } from '#platform/docread/read-source.ts';
import type { ReportRegime } from '../plan/plan.ts';
import { readPlan } from '../reading/read-plan.ts';
import { periodName } from './period-name.ts';
import { wantedPeriods } from './wanted-periods.ts';

/** The periods of a plan of the demo as the product reads it: name, window, last day. */
async function periodsOf(file: string): Promise<(string | null)[][]> {
  const bytes = new Uint8Array(readFileSync(join(productRoot, 'seed', 'plans', file)));
  const { plan, report_regime } = readPlan(await readSource(bytes, file), file);
  const planId = newId<'plan'>();
  const regimes = report_regime.map(
    (item): ReportRegime => ({
      id: newId<'report-regime'>(),
      planId,
      period: item.period,
      dataFrom: item.data_from === null ? null : plainDate(item.data_from),
      dataTo: item.data_to === null ? null : plainDate(item.data_to),
      submitBy: item.submit_by === null ? null : plainDate(item.submit_by),
      submitRule: item.submit_rule,
      addressee: item.to,
      reporter: item.by,
      text: item.text,
    }),
  );
  const yearFrom = plan.year_from ?? 0;
  const wanted = wantedPeriods(regimes, { yearFrom, yearTo: plan.year_to ?? yearFrom });
  expect(new Set(wanted.map(({ key }) => key)).size).toBe(wanted.length);
  return wanted.map((one) => [
    periodName('vi', { ...one, title: null }),
    one.dataFrom,
    one.dataTo,
    one.lastOn,
  ]);
}

const inMonths = (topic: string) =>
  Array.from({ length: 12 }, (_, at) => [`Báo cáo ${topic} tháng ${at + 1}/2025`, null, null, null]);
const inQuarters = (topic: string) =>
  ['I', 'II', 'III', 'IV'].map((quarter) => [`Báo cáo ${topic} quý ${quarter}/2025`, null, null, null]);
const ofTopic = (topic: string) => [
  ...inMonths(topic),
  ...inQuarters(topic),
  [`Báo cáo ${topic} 9 tháng năm 2025`, null, null, null],
  [`Báo cáo ${topic} năm 2025`, null, null, null],
];

describe('the report calendars of the five plans', () => {
  it('Đồng Kỳ: eight months, three sums and a year without a day', async () => {
    expect(await periodsOf('dong-ky-2026.txt')).toEqual([
      ['Báo cáo CCHC tháng 1/2026', '2025-12-14', '2026-01-15', '2026-01-15'],
      ['Báo cáo CCHC tháng 2/2026', '2026-01-14', '2026-02-15', '2026-02-15'],
      ['Báo cáo CCHC tháng 4/2026', '2026-03-14', '2026-04-15', '2026-04-15'],
      ['Báo cáo CCHC tháng 5/2026', '2026-04-14', '2026-05-15', '2026-05-15'],
      ['Báo cáo CCHC tháng 7/2026', '2026-06-14', '2026-07-15', '2026-07-15'],
      ['Báo cáo CCHC tháng 8/2026', '2026-07-14', '2026-08-15', '2026-08-15'],
      ['Báo cáo CCHC tháng 10/2026', '2026-09-14', '2026-10-15', '2026-10-15'],
      ['Báo cáo CCHC tháng 11/2026', '2026-10-14', '2026-11-15', '2026-11-15'],
      ['Báo cáo CCHC quý I/2026', '2025-12-08', '2026-03-08', '2026-03-07'],
      ['Báo cáo CCHC 6 tháng đầu năm 2026', '2025-12-08', '2026-06-08', '2026-06-07'],
      ['Báo cáo CCHC quý III/2026', '2026-06-09', '2026-09-08', '2026-09-07'],
      ['Báo cáo CCHC năm 2026', null, null, null],
    ]);
  });

  it('Dân Hòa: windows, and no day anywhere', async () => {
    expect(await periodsOf('dan-hoa-2026.txt')).toEqual([
      ['Báo cáo CCHC quý I/2026', '2025-12-15', '2026-03-14', null],
      ['Báo cáo CCHC 6 tháng đầu năm 2026', '2025-12-15', '2026-06-14', null],
      ['Báo cáo CCHC quý III/2026', '2026-06-15', '2026-09-14', null],
      ['Báo cáo CCHC năm 2026', '2025-12-15', '2026-12-14', null],
    ]);
  });

  it('An Lão: before the fifth of the last month of each quarter and of the year', async () => {
    expect(await periodsOf('an-lao-2026.txt')).toEqual([
      ['Báo cáo CCHC quý I/2026', null, null, '2026-03-04'],
      ['Báo cáo CCHC quý II/2026', null, null, '2026-06-04'],
      ['Báo cáo CCHC quý III/2026', null, null, '2026-09-04'],
      ['Báo cáo CCHC quý IV/2026', null, null, '2026-12-04'],
      ['Báo cáo CCHC năm 2026', null, null, '2026-12-04'],
    ]);
  });

  it('Hưng Thịnh: two days of 2025, and two subjects month by month without any', async () => {
    expect(await periodsOf('hung-thinh-2025.txt')).toEqual([
      ['Báo cáo CCHC quý III/2025', null, null, '2025-08-31'],
      ['Báo cáo CCHC năm 2025', null, null, '2025-10-31'],
      ...ofTopic('cải cách thể chế'),
      ...ofTopic('cải cách tài chính công'),
    ]);
  });

  it('Đại Thanh: orders no report', async () => {
    expect(await periodsOf('dai-thanh-2026-2030.txt')).toEqual([]);
  });
});
