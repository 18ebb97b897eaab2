import { describe, expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { plainWords } from '#platform/docgen/paper.ts';
import type { Figures } from '../progress.ts';
import { progressPaper } from './progress-paper.ts';

const figures = (total: number, due: number, onTime: number): Figures => ({
  total,
  assigned: total,
  'on-time': onTime,
  'done-late': due - onTime,
  'in-progress': total - due,
  late: 0,
  waiting: 0,
  unassigned: 0,
  due,
});
const groups = [
  { name: 'Phòng Kinh tế', figures: figures(1_200, 4, 3) },
  { name: 'Văn phòng', figures: figures(2, 0, 0) },
];
const paper = progressPaper(
  { name: 'đặc khu Hòn Sao', level: 'dac-khu' },
  plainDate('2026-05-04'),
  [
    { by: 'unit', groups },
    { by: 'leader', groups: [] },
  ],
  plainDate('2026-05-12'),
);

describe('the paper of the progress', () => {
  it('is a report of the office, not numbered yet, that says its day and has a place to sign', () => {
    expect(paper.issuer).toBe('Ủy ban nhân dân\nđặc khu Hòn Sao');
    expect(paper.number).toContain('/BC-UBND');
    expect(paper.placeAndDate).toMatch(/^Hòn Sao, ngày .* năm 2026$/);
    expect(paper.subject).toContain('04/05/2026');
    expect(paper.ending).toMatchObject({ position: 'Chủ tịch', signer: '' });
  });

  it('has each table under its heading with the sums below, and no share where nothing was due', () => {
    const table = paper.body.find((block) => block.kind === 'table');
    const rows =
      table?.kind === 'table' ? table.rows.map((row) => row.cells.map((cell) => plainWords(cell.words))) : [];
    expect(rows.map((row) => [row[1], row[2], row.at(-1)])).toEqual([
      ['Đơn vị chủ trì', 'Tổng', 'Tỷ lệ đúng hạn, %'],
      ['Phòng Kinh tế', '1.200', '75'],
      ['Văn phòng', '2', '–'],
      ['Cộng', '1.202', '75'],
    ]);
    expect(rows.every((row) => row.length === (table?.kind === 'table' ? table.columns.length : 0))).toBe(
      true,
    );
    expect(paper.body.filter((block) => block.kind === 'outline')).toHaveLength(2);
  });
});
