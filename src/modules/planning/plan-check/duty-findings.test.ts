import { describe, expect, it } from 'vitest';
import { dutyFindings } from './duty-findings.ts';
import { row, soundPlan } from './fixtures.ts';

type Task = Parameters<typeof row<'task'>>[2];
const of = (...tasks: Task[]) =>
  dutyFindings(
    soundPlan({
      tasks: tasks.map((data, index) => row('task', `t${index}`, { seq: `${index + 1}`, ...data })),
    }),
  );
const survey = 'Khảo sát mức độ hài lòng của người dân đối với sự phục vụ hành chính';

describe('one duty given to two leads', () => {
  it('is told with both, and either lead is offered', () => {
    const found = of(
      { section: 'I', task: survey, lead: ['Phòng Văn hóa - Xã hội'], line: [3] },
      { section: 'III', task: `${survey}.`, lead: ['Trung tâm Phục vụ hành chính công'], line: [9] },
    );
    expect(found).toMatchObject([
      { code: 'duty-two-leads', keys: ['t0', 't1'], detail: { tasks: ['I.1', 'III.2'] }, lines: [3, 9] },
    ]);
    expect(found[0]?.mends[0]?.changes).toEqual([
      { key: 't1', field: 'lead', value: ['Phòng Văn hóa - Xã hội'] },
    ]);
  });

  it.each<[string, Task, Task]>([
    ['leads are the same', { task: survey, lead: ['A'] }, { task: survey, lead: ['A'] }],
    ['one lead is shared', { task: survey, lead: ['A', 'B'] }, { task: survey, lead: ['A'] }],
    ['one has no lead', { task: survey, lead: [] }, { task: survey, lead: ['A'] }],
    [
      'numbers differ',
      { task: 'Báo cáo kết quả cải cách hành chính quý I', lead: ['A'] },
      { task: 'Báo cáo kết quả cải cách hành chính quý II', lead: ['B'] },
    ],
    [
      'each has a word of its own',
      { task: `${survey} tại bộ phận một cửa`, lead: ['A'] },
      { task: `${survey} tại trường học`, lead: ['B'] },
    ],
    ['words are too few', { task: 'Báo cáo định kỳ', lead: ['A'] }, { task: 'Báo cáo định kỳ', lead: ['B'] }],
    [
      'activities under one task differ',
      { task: survey, activity: 'In phiếu và phát phiếu tại các thôn', lead: ['A'] },
      { task: survey, activity: 'Tổng hợp kết quả, báo cáo Chủ tịch', lead: ['B'] },
    ],
  ])('is none where %s', (_name, one, other) => {
    expect(of(one, other)).toEqual([]);
  });
});
