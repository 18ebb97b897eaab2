import { describe, expect, it } from 'vitest';
import { findConflicts, type Promises } from './conflict.ts';
import { readPassages } from './passage.ts';
import { readRegime } from './report-regime.ts';
import { readTargets } from './target.ts';

const YEARS = { from: 2026, to: 2026 };

function conflicts(more: Partial<Promises>): number[][] {
  return findConflicts({ targets: [], tasks: [], regime: [], body: [], ...more }).map(({ line }) => line);
}

function promised(...texts: string[]): Promises['targets'] {
  return texts.flatMap((text, index) => readTargets(text, { where: 'II', line: [index + 1], year: 2026 }));
}

function body(...texts: string[]): Promises['body'] {
  return readPassages(
    texts.map((text, index) => ({ kind: 'paragraph', text, line: index + 1 })),
    [],
  );
}

const TASK = {
  seq: '1',
  section: null,
  objective: null,
  task: null,
  activity: null,
  product: null,
  chair_leader: null,
  lead: [],
  coordinators: [],
  due_text: null,
  due: null,
  note: null,
  line: [50],
  doubts: [],
};

describe('findConflicts: targets', () => {
  it.each([
    ['Tỷ lệ thanh toán trực tuyến đạt 60%', 'Tỷ lệ thanh toán trực tuyến đạt từ 80% trở lên'],
    ['Tỷ lệ hồ sơ TTHC số hóa đạt 90%', 'Phấn đấu tỷ lệ hồ sơ thủ tục hành chính số hóa đạt 95%'],
    [
      'Chỉ số hài lòng của người dân đối với sự phục vụ của cơ quan hành chính đạt trên 90%',
      'Chỉ số hài lòng của người dân đạt 90% trở lên',
    ],
    ['Tỷ lệ hồ sơ trễ hạn không quá 1%', 'Tỷ lệ hồ sơ trễ hạn tối thiểu 2%'],
  ])('%j contradicts %j', (one, other) => {
    const targets = promised(one, other);
    expect(conflicts({ targets })).toEqual([[1, 2]]);
    expect(targets.map(({ doubts }) => doubts[0]?.code)).toEqual(['conflict', 'conflict']);
  });

  it.each([
    ['Tỷ lệ hồ sơ đúng hạn đạt 98%', 'Tỷ lệ hồ sơ trễ hạn dưới 2%'],
    ['Tỷ lệ hồ sơ đúng hạn đạt 98%', 'Tỷ lệ hồ sơ trước hạn đạt 60%'],
    ['Tỷ lệ DVCTT toàn trình đạt 80%', 'Tỷ lệ DVCTT một phần đạt 60%'],
    ['Tỷ lệ số hóa hồ sơ đạt 60% năm 2027', 'Tỷ lệ số hóa hồ sơ đạt 90% năm 2030'],
    ['Tỷ lệ số hóa hồ sơ đạt 90%', 'Tỷ lệ số hóa hồ sơ đạt tối thiểu 90%'],
    ['Tỷ lệ số hóa hồ sơ đạt từ 80% trở lên', 'Tỷ lệ số hóa hồ sơ không quá 100%'],
    ['Đạt 80%', 'Đạt 90%'],
  ])('%j does not contradict %j', (one, other) => {
    expect(conflicts({ targets: promised(one, other) })).toEqual([]);
  });
});

describe('findConflicts: reports and counts', () => {
  const regime = readRegime(
    body('Báo cáo quý gửi trước ngày 05 của tháng cuối quý về UBND xã.'),
    YEARS,
    'xã',
  );
  const task = (dayOfMonth: number): Promises['tasks'] => [
    {
      ...TASK,
      task: 'Xây dựng báo cáo CCHC quý, năm',
      due: {
        kind: 'recurring',
        from: null,
        to: null,
        recurrence: { every: 'quarter', dayOfMonth, month: 'last' },
      },
    },
  ];

  it('finds one report with two days', () => {
    expect(conflicts({ regime, tasks: task(10) })).toEqual([[1, 50]]);
    expect(conflicts({ regime, tasks: task(5) })).toEqual([]);
  });

  it('finds a number of tasks that the list does not have', () => {
    const text = body('Thực hiện 18 nhiệm vụ tại Phụ lục kèm theo Kế hoạch này.');
    expect(conflicts({ body: text, tasks: [TASK, TASK] })).toEqual([[1]]);
    expect(conflicts({ body: text, tasks: Array.from({ length: 18 }, () => TASK) })).toEqual([]);
    expect(conflicts({ body: text })).toEqual([]);
  });
});
