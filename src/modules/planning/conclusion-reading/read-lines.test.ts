import { describe, expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { mostAtOnce } from '../conclusion/conclusion.ts';
import { proposeLines } from './read-lines.ts';

const on = plainDate('2026-05-04');
const office = {
  level: 'xa',
  knownUnits: ['Phòng Kinh tế', 'Phòng Văn hóa - Xã hội', 'Văn phòng HĐND và UBND'],
};
const read = (text: string) => proposeLines(text, on, office, mostAtOnce).lines;

describe('the points of a conclusion', () => {
  it('are told apart by how they begin, and go on with the lines behind', () => {
    const lines = read(
      '1. Giao Phòng Kinh tế chủ trì rà soát thủ tục\nhành chính trước ngày 30/5/2026.\n\n- Các đơn vị nghiêm túc rút kinh nghiệm.\na) Giao Phòng Văn hóa - Xã hội chủ trì báo cáo số liệu.',
    );
    expect(lines.map(({ text }) => text)).toEqual([
      'Giao Phòng Kinh tế chủ trì rà soát thủ tục hành chính trước ngày 30/5/2026.',
      'Các đơn vị nghiêm túc rút kinh nghiệm.',
      'Giao Phòng Văn hóa - Xã hội chủ trì báo cáo số liệu.',
    ]);
  });

  it('propose who leads, who helps and until when; what names neither is left to be decided', () => {
    const [task, none] = read(
      '1. Trước ngày 20/5/2026, Phòng Kinh tế chủ trì, phối hợp với Phòng Văn hóa - Xã hội xây dựng kế hoạch kiểm tra.\n2. Hội nghị thống nhất với nội dung báo cáo.',
    );
    expect(task).toMatchObject({ isTask: true, unit: 'Phòng Kinh tế', dueOn: '2026-05-20' });
    expect(task?.coordinating).toEqual(['Phòng Văn hóa - Xã hội']);
    expect(none).toMatchObject({ isTask: false, unit: '', dueOn: null });
  });

  it('begin behind the head of a paper, of which only what charges somebody is kept, and end at the recipients', () => {
    const lines = read(
      [
        'ỦY BAN NHÂN DÂN XÃ\nSố: 45/TB-UBND',
        'THÔNG BÁO\nKết luận giao ban tuần 18.',
        'Giao Phòng Kinh tế chủ trì theo dõi việc thực hiện trước ngày 30/5/2026.',
        'I. VỀ THỦ TỤC HÀNH CHÍNH',
        '1. Giao Phòng Văn hóa - Xã hội chủ trì báo cáo số liệu.',
        'II. Hội nghị thống nhất lịch họp tuần sau.',
        'Nơi nhận:\n- Như trên;\n- Lưu: Văn phòng.',
      ].join('\n'),
    );
    expect(lines.map(({ text }) => text)).toEqual([
      'Giao Phòng Kinh tế chủ trì theo dõi việc thực hiện trước ngày 30/5/2026.',
      'Giao Phòng Văn hóa - Xã hội chủ trì báo cáo số liệu.',
      'Hội nghị thống nhất lịch họp tuần sau.',
    ]);
  });

  it('tell of units that are charged and that the office does not have', () => {
    const [helped, led, opening, all] = read(
      [
        '1. Giao Phòng Kinh tế chủ trì, phối hợp với Đoàn Thanh niên, các thôn rà soát thủ tục trước ngày 30/5/2026.',
        '2. Phòng Nội vụ chủ trì, phối hợp với Phòng Văn hóa - Xã hội rà soát hồ sơ trong tháng 6.',
        '3. Hội nghị thống nhất với nội dung báo cáo của các đơn vị.',
        '4. Giao Phòng Kinh tế chủ trì báo cáo số liệu trước ngày 30/5/2026.',
      ].join('\n'),
    );
    expect(helped).toMatchObject({ unit: 'Phòng Kinh tế', unmatched: ['Đoàn Thanh niên xã', 'Các thôn'] });
    expect(led).toMatchObject({
      unit: '',
      coordinating: ['Phòng Văn hóa - Xã hội'],
      unmatched: ['Phòng Nội vụ'],
    });
    expect([opening?.unmatched, all?.unmatched]).toEqual([[], []]);
  });

  it('take the year of the document where none is printed', () => {
    const [line] = read('1. Giao Phòng Kinh tế chủ trì tổng hợp, báo cáo trước ngày 15/6.');
    expect(line?.dueOn).toBe('2026-06-15');
  });

  it('stop at what may be confirmed at once, and survive any text', () => {
    const many = Array.from({ length: mostAtOnce + 5 }, (_, at) => `${at + 1}. Giao việc số thứ tự này`).join(
      '\n',
    );
    expect(proposeLines(many, on, office, mostAtOnce)).toMatchObject({ isCut: true });
    expect(read(many)).toHaveLength(mostAtOnce);
    expect(read('')).toEqual([]);
    expect(read('- '.repeat(5_000))).toEqual([]);
    expect(read(`1. ${'ệ'.repeat(100_000)}`)[0]?.text).toHaveLength(2_000);
  });
});
