import { describe, expect, it } from 'vitest';
import type { RowData } from './plan-draft.ts';
import { mergedData, movedText, splitData } from './row-deeds.ts';

const task: RowData['task'] = {
  seq: '1',
  section: 'I',
  objective: null,
  task: 'Rà soát thủ tục hành chính',
  activity: null,
  product: 'Báo cáo',
  chair_leader: null,
  lead: ['Văn phòng HĐND và UBND'],
  coordinators: [],
  due_text: 'Quý II/2026',
  due: null,
  note: null,
  line: [10],
};

describe('two rows made one', () => {
  it('joins texts, gathers units and lines, and keeps the first deadline', () => {
    const second = {
      ...task,
      seq: null,
      task: 'và công khai kết quả',
      product: null,
      lead: ['Phòng Kinh tế'],
      coordinators: ['Văn phòng HĐND và UBND'],
      due_text: 'Quý IV/2026',
      line: [12, 11],
    };
    expect(mergedData('task', task, second)).toMatchObject({
      seq: '1',
      task: 'Rà soát thủ tục hành chính và công khai kết quả',
      product: 'Báo cáo',
      lead: ['Văn phòng HĐND và UBND', 'Phòng Kinh tế'],
      coordinators: [],
      due_text: 'Quý II/2026',
      line: [10, 11, 12],
    });
  });

  it('takes from the second what the first lacks', () => {
    const first = { ...task, due_text: null, product: null };
    expect(mergedData('task', first, task)).toMatchObject({ due_text: 'Quý II/2026', product: 'Báo cáo' });
  });
});

describe('one row made two', () => {
  it('cuts the end of a text off and shares the rest, without the number', () => {
    const parts = splitData(task, 'task', 'thủ tục hành chính');
    expect(parts).toMatchObject([
      { seq: '1', task: 'Rà soát' },
      { seq: null, task: 'thủ tục hành chính', lead: task.lead },
    ]);
  });

  it.each([['Rà soát'], [''], ['Rà soát thủ tục hành chính']])('is not done with %j', (tail) => {
    expect(splitData(task, 'task', tail)).toBeUndefined();
  });
});

describe('words that slipped into another row', () => {
  it('go to the end of the text where they belong', () => {
    const other = { ...task, product: 'Kế hoạch' };
    expect(
      movedText({ data: task, field: 'task' }, { data: other, field: 'product' }, 'hành chính'),
    ).toMatchObject([{ task: 'Rà soát thủ tục' }, { product: 'Kế hoạch hành chính' }]);
  });

  it('leave an empty text as none, and are refused when they are not there', () => {
    const moved = movedText({ data: task, field: 'product' }, { data: task, field: 'note' }, 'Báo cáo');
    expect(moved).toMatchObject([{ product: null }, { note: 'Báo cáo' }]);
    expect(
      movedText({ data: task, field: 'product' }, { data: task, field: 'note' }, 'Quyết định'),
    ).toBeUndefined();
  });
});
