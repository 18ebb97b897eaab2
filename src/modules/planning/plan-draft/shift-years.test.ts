import { describe, expect, it } from 'vitest';
import { shiftText, shiftYears } from './shift-years.ts';

const shift = { from: 2026, to: 2026, by: 1 };

describe('the words of last year for this one', () => {
  it.each([
    ['Trước 15/01/2026', 'Trước 15/01/2027'],
    ['Quý II năm 2026', 'Quý II năm 2027'],
    [
      'Kế hoạch số 10/KH-UBND ngày 12/01/2026 của UBND xã',
      'Kế hoạch số 10/KH-UBND ngày 12/01/2026 của UBND xã',
    ],
    [
      'Thực hiện Nghị quyết 76/NQ-CP năm 2026 trong năm 2026',
      'Thực hiện Nghị quyết 76/NQ-CP năm 2026 trong năm 2027',
    ],
    ['giai đoạn 2021-2030', 'giai đoạn 2021-2030'],
    ['mã 120260', 'mã 120260'],
  ])('%s', (before, after) => {
    expect(shiftText(before, shift)).toBe(after);
  });

  it('move deadlines, windows and targets with them, and keep what is cited', () => {
    const task = shiftYears(
      'task',
      {
        seq: '1',
        section: 'I',
        objective: null,
        task: 'Ban hành kế hoạch năm 2026',
        activity: null,
        product: null,
        chair_leader: null,
        lead: [],
        coordinators: [],
        due_text: 'Trước 15/01/2026',
        due: null,
        note: null,
        line: [7],
      },
      shift,
    );
    expect(task).toMatchObject({ task: 'Ban hành kế hoạch năm 2027', line: [], due: { to: '2027-01-15' } });
    const report = {
      period: 'H1' as const,
      data_from: '2025-12-15',
      data_to: '2024-02-29',
      submit_by: '2026-06-20',
      submit_rule: null,
      to: null,
      by: null,
      text: 'Báo cáo 6 tháng năm 2026',
      line: [],
    };
    expect(shiftYears('report', report, shift)).toMatchObject({
      data_from: '2026-12-15',
      data_to: '2025-02-28',
      submit_by: '2027-06-20',
      text: 'Báo cáo 6 tháng năm 2027',
    });
    const cited = {
      role: 'cited' as const,
      type: 'Kế hoạch',
      number: '1/KH',
      date: '2026-01-02',
      issuer: null,
      where: '',
      line: [3],
    };
    expect(shiftYears('citation', cited, shift)).toMatchObject({ date: '2026-01-02' });
  });
});
