import { describe, expect, it } from 'vitest';
import { loadAbolishedBodies } from './abolished-bodies.server.ts';
import { abolishedFindings } from './abolished-findings.ts';
import { facts, row, soundPlan } from './fixtures.ts';

const known = facts({ abolished: loadAbolishedBodies() });
const ofTask = (data: Parameters<typeof row<'task'>>[2], head = soundPlan().head) =>
  abolishedFindings(soundPlan({ head, tasks: [row('task', 't', { seq: '1', ...data })] }), known);
const ofWords = (task: string) => ofTask({ task }).map((one) => one.detail);

describe('bodies that no longer exist', () => {
  it.each([
    ['UBND huyện', 'UBND xã'],
    ['Uỷ ban nhân dân thị xã', 'Ủy ban nhân dân xã'],
    ['Phòng Nội vụ', 'Phòng Văn hóa - Xã hội'],
    ['PHÒNG LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI', 'Phòng Văn hóa - Xã hội'],
    ['Tòa án nhân dân huyện Văn Giang', 'Tòa án nhân dân khu vực'],
  ])('%s cannot be given work; %s takes its place', (unit, successor) => {
    const [found] = ofTask({ lead: ['Công an xã', unit] });
    expect(found).toMatchObject({ code: 'unit-abolished', severity: 'must', field: 'lead', keys: ['t'] });
    expect(found?.mends[0]?.changes).toEqual([{ key: 't', field: 'lead', value: ['Công an xã', successor] }]);
  });

  it('offers the successor of the commune’s own kind, and none where the kind is not known', () => {
    const { head } = soundPlan();
    const unit = { coordinators: ['Phòng Tài nguyên và Môi trường'] };
    expect(ofTask(unit, { ...head, level: 'phường' })[0]?.mends[0]?.shown).toContain('Hạ tầng và Đô thị');
    expect(ofTask({ lead: ['HĐND huyện'] }, { ...head, level: null })[0]?.mends).toEqual([]);
  });

  it.each([
    'Phòng Văn hóa - Xã hội',
    'Công an xã',
    'UBND tỉnh',
    'Sở Nội vụ',
    'Tòa án nhân dân khu vực 3',
    'Quân sự xã',
  ])('%s still exists', (unit) => {
    expect(ofTask({ lead: [unit] })).toEqual([]);
  });

  it('names former levels in a sentence and rewrites it', () => {
    const [found] = ofTask({ objective: 'Tổ chức tốt trên địa bàn huyện, thị trấn' });
    expect(found?.detail).toEqual({ body: 'huyện', until: '2025-07-01' });
    expect(found?.mends[0]?.changes).toEqual([
      { key: 't', field: 'objective', value: 'Tổ chức tốt trên địa bàn xã, thị trấn' },
    ]);
  });

  it('shows of a long rewriting only what stands around the change', () => {
    const words = 'nâng cao chất lượng phục vụ nhân dân và doanh nghiệp '.repeat(3);
    const [found] = ofTask({ task: `${words}trên địa bàn huyện ${words}` });
    expect(found?.mends[0]?.shown).toBe(
      '… vụ nhân dân và doanh nghiệp trên địa bàn xã nâng cao chất lượng phục vụ nhân dân và …',
    );
  });

  it('offers no rewriting where a proper name follows', () => {
    expect(ofTask({ task: 'Phối hợp với UBND huyện Văn Giang' })[0]?.mends).toEqual([]);
  });

  it.each([
    'Số hóa hồ sơ của UBND huyện cũ',
    'Tiếp nhận tài liệu của Phòng Tư pháp trước đây',
    'Thực hiện Quyết định số 12/QĐ-UBND ngày 05/3/2020 của UBND huyện',
    'Bố trí nhân sự sau khi không còn cấp huyện',
    'Lưu trữ tài liệu trước đây thuộc UBND huyện',
    'Truyền thông qua đài của xã',
  ])('says nothing of "%s"', (words) => {
    expect(ofWords(words)).toEqual([]);
  });

  it('but a day after the name does not make it the past', () => {
    expect(ofWords('Gửi UBND huyện trước ngày 15/6')).toHaveLength(1);
  });

  it('calls a former post a matter of judgement', () => {
    const [found] = ofTask({ chair_leader: 'Công chức Tư pháp – Hộ tịch' });
    expect(found).toMatchObject({ code: 'post-abolished', severity: 'should', field: 'chair_leader' });
  });

  it('names a merged cell once, with all its rows', () => {
    const tasks = ['a', 'b'].map((key) => row('task', key, { objective: 'Kiểm tra cấp huyện' }));
    const found = abolishedFindings(soundPlan({ tasks }), known);
    expect(found.map((one) => one.keys)).toEqual([['a', 'b']]);
    expect(found[0]?.mends[0]?.changes.map((change) => change.key)).toEqual(['a', 'b']);
  });

  it('reads the lines of the text that became no row', () => {
    const tasks = [row('task', 't', { task: 'Báo cáo UBND tỉnh', line: [1] })];
    const lines = ['Việc của cấp huyện', 'Trên địa bàn huyện.'];
    expect(abolishedFindings(soundPlan({ tasks, lines }), known)).toMatchObject([{ keys: [], lines: [2] }]);
  });

  it('names a unit of the text once, not also its heading', () => {
    const lines = ['2. Phòng Nội vụ', '', '- Tổng hợp báo cáo của UBND huyện;'];
    const responsibilities = [{ unit: 'Phòng Nội vụ', count: 1, where: 'IV.2', line: [3] }];
    const found = abolishedFindings(soundPlan({ tasks: [], lines, responsibilities }), known);
    expect(found.map((one) => [one.code, one.place, one.lines])).toEqual([
      ['unit-abolished', 'IV.2', [3]],
      ['body-abolished', null, [3]],
    ]);
  });

  it('measures a plan by its own day', () => {
    const head = { ...soundPlan().head, date: '2025-02-10' };
    expect(ofTask({ lead: ['UBND huyện'] }, head)).toEqual([]);
    expect(ofTask({ lead: ['Công an huyện'] }, { ...head, date: '2025-03-01' })).toHaveLength(1);
  });
});
