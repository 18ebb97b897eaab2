import { describe, expect, it } from 'vitest';
import { contradictionFindings } from './contradiction-findings.ts';
import { row, soundPlan } from './fixtures.ts';
import { targetFindings } from './target-findings.ts';

type Target = Parameters<typeof row<'target'>>[2];
const of = (...targets: Target[]) =>
  contradictionFindings(
    soundPlan({ targets: targets.map((data, index) => row('target', `g${index}`, data)) }),
  );
const online = 'Tỷ lệ giao dịch thanh toán trực tuyến';

describe('one measure promised twice', () => {
  it('is told with both rows, and either value is offered for both', () => {
    const text = (value: number) => `${online} đạt từ ${value}% trở lên`;
    const [found, ...others] = of(
      { metric: online, value: 60, text: text(60), where: 'II.2.1', line: [90] },
      { metric: `${online} đạt`, value: 80, text: text(80), where: 'PL.II.3.4', line: [384] },
    );
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'target-contradiction',
      keys: ['g0', 'g1'],
      place: 'II.2.1; PL.II.3.4',
      lines: [90, 384],
    });
    expect(found?.mends).toMatchObject([
      {
        shown: 60,
        changes: [
          { key: 'g1', value: 60 },
          { key: 'g1', field: 'text', value: text(60) },
        ],
      },
      {
        shown: 80,
        changes: [
          { key: 'g0', value: 80 },
          { key: 'g0', field: 'text', value: text(80) },
        ],
      },
    ]);
  });

  it.each<[string, Target, Target]>([
    [
      'abbreviated',
      { metric: 'TTHC được số hóa', value: 70 },
      { metric: 'thủ tục hành chính số hóa', value: 90 },
    ],
    ['without a year on one side', { value: 95, year: null }, { value: 98 }],
    ['with an extra word', { value: 95 }, { value: 98, metric: 'Tỷ lệ hồ sơ giải quyết đúng hạn chung' }],
  ])('is found %s', (_name, one, other) => {
    expect(of(one, other)).toHaveLength(1);
  });

  it.each<[string, Target, Target]>([
    ['the same value', { value: 98 }, { value: 98, operator: '=' }],
    ['another year', { value: 70, year: 2028 }, { value: 80, year: 2030 }],
    ['another unit', { value: 5, unit: 'ngày' }, { value: 98 }],
    ['the same sentence', { value: 3, line: [5] }, { value: 5, line: [5] }],
    ['a range', { value: 3, operator: '>=' }, { value: 5, operator: '<=' }],
    [
      'another word on each side',
      { metric: 'Hồ sơ nộp trực tuyến của công dân' },
      { metric: 'Hồ sơ nộp trực tiếp của công dân', value: 5 },
    ],
    [
      'another denominator',
      { value: 90, denominator_scope: 'hồ sơ cấp tỉnh' },
      { value: 80, denominator_scope: 'hồ sơ cấp xã' },
    ],
  ])('is none with %s', (_name, one, other) => {
    expect(of(one, other)).toEqual([]);
  });

  it('is told for each further value, not for each pair', () => {
    expect(of({ value: 60 }, { value: 70 }, { value: 80 }, { value: 80 })).toHaveLength(2);
  });

  it('leaves a sentence alone that says the number twice', () => {
    const [found] = of({ value: 60, text: '60% và 60%' }, { value: 80, text: 'đạt 80%, không phải 180%' });
    expect(found?.mends.map((mend) => mend.changes.map((change) => change.field))).toEqual([
      ['value', 'text'],
      ['value'],
    ]);
  });
});

describe('a target that cannot be measured', () => {
  it.each([
    [{ metric: ' ' }, 'target-without-measure'],
    [{ unit: '' }, 'target-without-unit'],
  ])('%j is %s', (data, code) => {
    expect(targetFindings(soundPlan({ targets: [row('target', 'g', data)] }))).toMatchObject([
      { code, severity: 'must', keys: ['g'] },
    ]);
  });
});
