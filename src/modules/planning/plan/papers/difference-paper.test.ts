import { describe, expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { type PaperTable, plainWords } from '#platform/docgen/paper.ts';
import { renderDocx } from '#platform/docgen/render-docx.ts';
import { readSource } from '#platform/docread/read-source.ts';
import type { Id } from '#platform/db/id.ts';
import { comparePlans } from '../../plan-difference/plan-difference.ts';
import type { AnyRow } from '../../plan-draft/plan-draft.ts';
import type { PlanHead } from '../../reading/plan-reading.ts';
import { differencePaper } from './difference-paper.ts';

const today = plainDate('2026-06-20');
const head: PlanHead = {
  title: 'Cải cách hành chính xã Đồng Kỳ năm 2026',
  issuer: 'UBND xã Đồng Kỳ',
  commune: 'Đồng Kỳ',
  level: 'xã',
  province: 'Bắc Ninh',
  kind: 'cchc-plan',
  number: '12/KH-UBND',
  date: '2026-01-26',
  year_from: 2026,
  year_to: 2026,
  signer: { name: null, title: null, authority: null },
  basis: [],
  recipients: [],
};
const versions = { earlier: head, later: { ...head, number: null, date: null } };

function row(kind: AnyRow['kind'], id: string, data: object): AnyRow {
  return {
    id: id as Id<'plan-draft-row'>,
    kind,
    data,
    doubts: [],
    state: 'accepted',
    ordinal: 0,
    pair: null,
    version: 1,
  } as unknown as AnyRow;
}

function task(id: string, data: object): AnyRow {
  const blank = {
    seq: null,
    section: 'I',
    objective: null,
    activity: null,
    product: null,
    chair_leader: null,
  };
  return row('task', id, { ...blank, lead: [], coordinators: [], due_text: null, note: null, ...data });
}

const before = [
  task('a', { seq: '1', task: 'Khảo sát mức độ hài lòng của người dân', due_text: 'Quý II/2026' }),
  task('b', { seq: '2', task: 'Nâng cấp trang thông tin điện tử', lead: ['Phòng Kinh tế'] }),
  row('report', 'r', { period: 'Q1', submit_by: '2026-03-10', text: 'Báo cáo quý I', to: null, by: null }),
];
const after = [
  task('x', { seq: '1', task: 'Khảo sát mức độ hài lòng của người dân', due_text: 'Quý III/2026' }),
  task('z', { seq: '3', task: 'Số hóa sổ hộ tịch', lead: ['Công an xã', 'Văn phòng HĐND và UBND'] }),
  row('report', 's', { period: 'Q1', submit_by: '2026-03-12', text: 'Báo cáo quý I', to: null, by: null }),
];

function tableOf(paper: ReturnType<typeof differencePaper>): PaperTable {
  const [table] = paper.annexes[0]?.body ?? [];
  if (table?.kind !== 'table') throw new Error('the annex holds no table');
  return table;
}

describe('two versions of a plan as a paper', () => {
  const paper = differencePaper(versions, comparePlans(before, after), today);
  const rows = tableOf(paper).rows.map(({ cells }) => cells.map((cell) => plainWords(cell.words)));

  it('says which versions and how much changed', () => {
    const said = paper.body.map((block) => (block.kind === 'paragraph' ? plainWords(block.words) : ''));
    expect(said).toEqual([
      'So với Kế hoạch số 12/KH-UBND ngày 26 tháng 01 năm 2026 của UBND xã Đồng Kỳ, dự thảo Kế hoạch có các thay đổi như sau:',
      '- Bổ sung 1 nội dung;',
      '- Sửa đổi 2 nội dung;',
      '- Bỏ 1 nội dung.',
      'Chi tiết từng nội dung nêu tại Phụ lục kèm theo./.',
    ]);
    expect(paper.number).toMatch(/^Số:\s+\/BC-UBND$/);
  });

  it('sets both readings side by side, by what happened to the row', () => {
    expect(rows).toEqual([
      ['TT', 'Nội dung', 'Bản trước', 'Bản sau'],
      ['I', 'BỔ SUNG'],
      [
        '1',
        'Nhiệm vụ 3 (mục I)\nSố hóa sổ hộ tịch',
        '',
        'Nhiệm vụ: Số hóa sổ hộ tịch\nCơ quan chủ trì: Công an xã; Văn phòng HĐND và UBND',
      ],
      ['II', 'SỬA ĐỔI'],
      [
        '1',
        'Nhiệm vụ 1 (mục I)\nKhảo sát mức độ hài lòng của người dân',
        'Thời hạn hoàn thành: Quý II/2026',
        'Thời hạn hoàn thành: Quý III/2026',
      ],
      ['2', 'Báo cáo Quý I', 'Hạn gửi: 10/03/2026', 'Hạn gửi: 12/03/2026'],
      ['III', 'BỎ'],
      [
        '1',
        'Nhiệm vụ 2 (mục I)\nNâng cấp trang thông tin điện tử',
        'Nhiệm vụ: Nâng cấp trang thông tin điện tử\nCơ quan chủ trì: Phòng Kinh tế',
        '',
      ],
    ]);
  });

  it('names what the data only codes', () => {
    const target = (value: number, operator: string) =>
      row('target', `t${value}`, { text: 'Hồ sơ đúng hạn', operator, value, unit: '%', year: 2026 });
    const changed = differencePaper(versions, comparePlans([target(90, '=')], [target(92.5, '>=')]), today);
    const [, , cells] = tableOf(changed).rows.map((one) => one.cells.map((cell) => plainWords(cell.words)));
    expect(cells?.slice(2)).toEqual(['So sánh: bằng\nMức: 90', 'So sánh: từ … trở lên\nMức: 92,5']);
  });

  it('says so when nothing changed, without an annex', () => {
    const same = differencePaper(versions, comparePlans(before, before), today);
    expect(same.annexes).toEqual([]);
    expect(same.body).toHaveLength(1);
  });

  it('becomes a Word file that reads back', async () => {
    const { lines } = await readSource(await renderDocx(paper), 'so-sanh.docx');
    expect(lines.some((line) => line.includes('Quý II/2026') && line.includes('Quý III/2026'))).toBe(true);
  });
});
