import { describe, expect, it } from 'vitest';
import { emptyCell } from './grid.ts';
import { readTargetRow } from './target-row.ts';

const columns = (['task', 'target'] as const).map((role) => ({ role, title: '', leaf: '' }));

describe('a bare value in a list of measures', () => {
  it.each([
    ['Số thôn, làng có tổ công nghệ số', '11/11', 11, 'thôn, làng'],
    ['Hồ sơ yêu cầu bổ sung quá một lần', '0', 0, 'hồ sơ'],
    ['Số hồ sơ trễ hạn', '5 lượt', 5, 'lượt'],
    ['Chỉ số cải cách hành chính', '90', 90, 'score'],
  ])('%s: %s', (name, text, value, unit) => {
    const cells = [name, text].map((words) => ({ ...emptyCell(), text: words }));
    const row = { seq: null, section: null, line: [1], cells, doubts: [] };
    expect(readTargetRow(row, columns, 2026)).toMatchObject([{ value, unit }]);
  });
});
