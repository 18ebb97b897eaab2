import { describe, expect, it } from 'vitest';
import type { Id } from '#platform/db/id.ts';
import type { AnyRow, RowData } from '../plan-draft/plan-draft.ts';
import { comparePlans } from './plan-difference.ts';

const blank: RowData['task'] = {
  seq: null,
  section: 'I',
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
  line: [],
};

function task(id: string, data: Partial<RowData['task']>, pair: string | null = null): AnyRow {
  return {
    id: id as Id<'plan-draft-row'>,
    kind: 'task',
    data: { ...blank, ...data },
    doubts: [],
    state: 'accepted',
    ordinal: 0,
    pair,
    version: 1,
  };
}

const ids = (rows: readonly AnyRow[]) => rows.map((row) => row.id);

describe('two versions of a plan', () => {
  const survey = task('a', {
    seq: '1',
    task: 'Khảo sát mức độ hài lòng của người dân',
    due_text: 'Quý II/2026',
  });
  const website = task('b', { seq: '2', task: 'Nâng cấp trang thông tin điện tử của xã' });
  const training = task('c', { seq: '3', task: 'Tập huấn nghiệp vụ cho công chức một cửa' });

  it('names what is added, changed, left out and kept', () => {
    const later = [
      task('x', { seq: '1', task: 'Khảo sát mức độ hài lòng của người dân', due_text: 'Quý III/2026' }),
      task('y', { seq: '2', task: 'Nâng cấp trang thông tin điện tử của xã' }),
      task('z', { seq: '3', task: 'Số hóa hồ sơ hộ tịch giai đoạn trước 2016' }),
    ];
    const difference = comparePlans([survey, website, training], later);
    expect(ids(difference.added)).toEqual(['z']);
    expect(ids(difference.removed)).toEqual(['c']);
    expect(difference.same.map((one) => one.before.id)).toEqual(['b']);
    expect(difference.changed).toMatchObject([
      {
        before: { id: 'a' },
        after: { id: 'x' },
        fields: [{ field: 'due_text', before: 'Quý II/2026', after: 'Quý III/2026' }],
      },
    ]);
  });

  it('follows a task that only got another number', () => {
    const later = [task('y', { seq: '1', task: 'Nâng cấp trang thông tin điện tử của xã' })];
    const difference = comparePlans([survey, website], later);
    expect(difference.changed).toMatchObject([{ before: { id: 'b' }, fields: [{ field: 'seq' }] }]);
    expect(ids(difference.removed)).toEqual(['a']);
  });

  it('does not mind spaces, case and quotation marks, but minds tones', () => {
    const one = task('a', { task: 'Thi đua “Làm việc tốt”' });
    expect(comparePlans([one], [task('x', { task: 'thi đua  "làm việc tốt"' })]).same).toHaveLength(1);
    const toned = comparePlans([task('a', { task: 'Họp ba tháng' })], [task('x', { task: 'Họp bà tháng' })]);
    expect(toned.changed).toHaveLength(1);
  });

  it('lets a person pair rows that read otherwise, or say that a row is new', () => {
    const reworded = task('x', { seq: '9', task: 'Đo lường sự phục vụ hành chính' }, 'a');
    expect(comparePlans([survey], [reworded]).changed).toMatchObject([{ before: { id: 'a' } }]);
    const fresh = task('x', { seq: '1', task: 'Khảo sát mức độ hài lòng của người dân' }, 'none');
    const difference = comparePlans([survey], [fresh]);
    expect([ids(difference.added), ids(difference.removed)]).toEqual([['x'], ['a']]);
  });

  it('pairs each earlier row once', () => {
    const twice = [
      task('x', { task: website.kind === 'task' ? website.data.task : '' }),
      task('y', { task: 'Nâng cấp trang thông tin điện tử của xã' }),
    ];
    const difference = comparePlans([website], twice);
    expect(difference.added).toHaveLength(1);
    expect(difference.same.length + difference.changed.length).toBe(1);
  });
});
