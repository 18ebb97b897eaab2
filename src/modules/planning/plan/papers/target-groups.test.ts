import { describe, expect, it } from 'vitest';
import type { PlanReading, ReadTarget, ReadTask } from '../../reading/plan-reading.ts';
import { targetGroups } from './target-groups.ts';

function target(changes: Partial<ReadTarget>): ReadTarget {
  return {
    text: 'Tỷ lệ hồ sơ đúng hạn đạt 98%',
    metric: '',
    operator: '=',
    value: 98,
    unit: '%',
    denominator_scope: null,
    year: 2026,
    where: 'II.1',
    line: [10],
    doubts: [],
    ...changes,
  };
}

function reading(targets: ReadTarget[], tasks: Partial<ReadTask>[] = [], years = [2026, 2026]): PlanReading {
  const [year_from = null, year_to = null] = years;
  return { plan: { year_from, year_to }, sections: [], targets, tasks } as unknown as PlanReading;
}

const texts = (plan: PlanReading): string[] => targetGroups(plan).flatMap((group) => group.texts);

describe('targets of a plan as sentences', () => {
  it('leaves to a task what its row says', () => {
    const task = { line: [40], objective: 'Tỷ lệ hồ sơ đúng hạn đạt 98%', task: 'Giải quyết hồ sơ' };
    expect(texts(reading([target({ where: 'PL.I.1', line: [40] })], [task]))).toEqual([]);
    expect(texts(reading([target({ where: 'PL.I.1', line: [] })], [task]))).toEqual([]);
  });

  it('keeps a promise of the body that the annex makes too', () => {
    const task = { line: [40], objective: null, task: 'Tỷ lệ hồ sơ đúng hạn đạt 98%' };
    expect(texts(reading([target({})], [task]))).toHaveLength(1);
  });

  it('prints a sentence with two promises once', () => {
    const whole = target({ text: '100% đơn vị được kiểm tra ít nhất 01 lần trong năm', value: 100 });
    const part = target({ text: 'được kiểm tra ít nhất 01 lần trong năm', value: 1, unit: 'lần/năm' });
    expect(texts(reading([whole, part, whole]))).toEqual([whole.text]);
  });

  it('adds its figure to a text that only names what is measured', () => {
    const measures = [
      target({ text: 'Tỷ lệ nộp trực tuyến', operator: '>=', value: 60.5 }),
      target({ text: 'Tỷ lệ quá hạn', operator: '<=', value: 1 }),
      target({ text: 'Số mô hình', operator: '=', value: 3, unit: 'mô hình' }),
    ];
    expect(texts(reading(measures))).toEqual([
      'Tỷ lệ nộp trực tuyến đạt từ 60,5% trở lên',
      'Tỷ lệ quá hạn không vượt quá 1%',
      'Số mô hình đạt 3 mô hình',
    ]);
  });

  it('adds the unit that stands in a column of its own', () => {
    const measures = [
      target({ text: 'Tỷ lệ đúng hạn ≥ 99', operator: '>=', value: 99 }),
      target({ text: 'Sáng kiến mới tối thiểu 02', operator: '>=', value: 2, unit: 'sáng kiến' }),
      target({ text: 'Chỉ số chuyển đổi số đạt 0,71', value: 0.71, unit: 'score' }),
    ];
    expect(texts(reading(measures))).toEqual([
      'Tỷ lệ đúng hạn đạt từ 99% trở lên',
      'Sáng kiến mới đạt từ 2 sáng kiến trở lên',
      'Chỉ số chuyển đổi số đạt 0,71',
    ]);
  });

  it('groups by the year that a plan of several years promises for', () => {
    const plan = reading(
      [
        target({ year: 2026 }),
        target({ year: 2030, text: 'Mức 99%', value: 99 }),
        target({ year: null, where: 'x' }),
      ],
      [],
      [2026, 2030],
    );
    expect(targetGroups(plan).map(({ title, year }) => [title, year])).toEqual([
      ['Chỉ tiêu đến năm 2026', 2026],
      ['Chỉ tiêu đến năm 2030', 2030],
      ['Chỉ tiêu chung', null],
    ]);
  });
});
