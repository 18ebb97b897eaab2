import { describe, expect, it } from 'vitest';
import { row, soundPlan } from './fixtures.ts';
import { taskFindings } from './task-findings.ts';

const of = (data: Parameters<typeof row<'task'>>[2]) =>
  taskFindings(soundPlan({ tasks: [row('task', 't', { seq: '4', ...data })] }));

describe('what a task lacks', () => {
  it.each([
    [{ lead: [] }, 'lead-missing', 'lead'],
    [{ product: ' ' }, 'product-missing', 'product'],
    [{ due: null, due_text: null }, 'due-missing', 'due_text'],
    [{ due: null, due_text: 'Khi trăng tròn' }, 'due-not-understood', 'due_text'],
    [{ lead: ['A', 'B'] }, 'lead-several', 'lead'],
    [{ lead: ['A'], coordinators: ['B', 'A'] }, 'lead-coordinates', 'coordinators'],
  ])('%j is %s', (data, code, field) => {
    expect(of(data)).toMatchObject([{ code, field, keys: ['t'], place: 'I.4' }]);
  });

  it('asks neither lead nor day of an emulation movement', () => {
    const { head } = soundPlan();
    const tasks = [row('task', 't', { lead: [], product: null, due: null, due_text: null })];
    expect(taskFindings(soundPlan({ head: { ...head, kind: 'emulation-movement' }, tasks }))).toEqual([]);
  });

  it('says once that the plan names no products at all', () => {
    const without = (count: number) =>
      taskFindings(
        soundPlan({
          tasks: Array.from({ length: count }, (_, i) => row('task', `t${i}`, { product: null })),
        }),
      ).map((one) => one.code);
    expect(without(3)).toEqual(['products-missing']);
    expect(without(2)).toEqual(['product-missing', 'product-missing']);
  });

  it('offers each lead as the only one, but no name that stands for many', () => {
    const [found] = of({ lead: ['Phòng Kinh tế', 'Công an xã', 'Các thôn'], coordinators: ['Trạm Y tế xã'] });
    expect(found?.mends.map((mend) => mend.shown)).toEqual(['Phòng Kinh tế', 'Công an xã']);
    expect(found?.mends[1]?.changes.map((change) => change.value)).toEqual([
      ['Công an xã'],
      ['Trạm Y tế xã', 'Phòng Kinh tế', 'Các thôn'],
    ]);
  });
});
