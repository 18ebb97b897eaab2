import { describe, expect, it } from 'vitest';
import { isUnitList, readUnits } from './unit-name.ts';

const units = (text: string, level?: string): string[] => readUnits(text, level).units;

describe('readUnits', () => {
  it.each([
    ['Phòng Văn hóa – Xã hội', 'Phòng Văn hóa - Xã hội'],
    ['Phòng Văn hoá - xã hội', 'Phòng Văn hóa - Xã hội'],
    ['P. VHXH', 'Phòng Văn hóa - Xã hội'],
    ['P.VH-XH xã', 'Phòng Văn hóa - Xã hội'],
    ['VHXH', 'Phòng Văn hóa - Xã hội'],
    ['Phòng Văn hóa và Xã hội xã Tân Lập', 'Phòng Văn hóa - Xã hội'],
    ['VP HĐND-UBND', 'Văn phòng HĐND và UBND'],
    ['Văn Phòng HĐND&UBND', 'Văn phòng HĐND và UBND'],
    ['Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã', 'Văn phòng HĐND và UBND'],
    ['Văn phòng HĐND - UBND,', 'Văn phòng HĐND và UBND'],
    ['Văn phòng', 'Văn phòng HĐND và UBND'],
    ['TTPVHCC', 'Trung tâm Phục vụ hành chính công'],
    ['TT PVHCC xã', 'Trung tâm Phục vụ hành chính công'],
    ['Phục vụ Hành chính công xã', 'Trung tâm Phục vụ hành chính công'],
    ['Điểm PVHCC', 'Điểm Phục vụ hành chính công'],
    ['Điểm dịch vụ hành chính công', 'Điểm Phục vụ hành chính công'],
    ['Phòng Kinh tế UBND xã', 'Phòng Kinh tế'],
    ['Phòng Kinh tế, Hạ tầng và Đô thị', 'Phòng Kinh tế, Hạ tầng và Đô thị'],
    ['CAX', 'Công an xã'],
    ['Công an xã Dân Hòa', 'Công an xã'],
    ['UB.MTTQ xã', 'Ủy ban Mặt trận Tổ quốc Việt Nam xã'],
    ['Trung tâm dịch vụ tổng hợp xã', 'Trung tâm Dịch vụ tổng hợp'],
    ['Trạm y tế', 'Trạm Y tế xã'],
    ['Các cơ quan, đơn vị có liên quan', 'Các cơ quan, đơn vị liên quan'],
    ['Các cơ quan chuyên môn thuộc UNND xã', 'Các cơ quan chuyên môn thuộc UBND xã'],
    ['Các phòng ban, ngành', 'Các phòng, ban, ngành'],
    ['các thôn', 'Các thôn'],
    ['đơn vị liên quan', 'Các đơn vị liên quan'],
    ['Các doanh nghiệp viễn thông', 'Các doanh nghiệp viễn thông'],
    ['Phong Van hóa - Xa hoi', 'Phòng Văn hóa - Xã hội'],
    ['Trung tâm Phực vụ hành chinh công', 'Trung tâm Phục vụ hành chính công'],
    ['Ban Quản lý dự án và phát triển quỹ đất', 'Ban Quản lý dự án và phát triển quỹ đất'],
    ['Sở Nội vụ', 'Sở Nội vụ'],
  ])('%j is %j', (printed, name) => {
    expect(readUnits(printed)).toEqual({ units: [name], unknown: [] });
  });

  it.each([
    [
      'Văn phòng HĐND và UBND/ Trung tâm Phục vụ Hành chính công',
      ['Văn phòng HĐND và UBND', 'Trung tâm Phục vụ hành chính công'],
    ],
    [
      'Văn Phòng HĐND&UBND, các phòng, ban, đơn vị liên quan',
      ['Văn phòng HĐND và UBND', 'Các phòng, ban, đơn vị liên quan'],
    ],
    [
      'Các phòng, ban, ngành các cơ quan, tổ chức có liên quan',
      ['Các phòng, ban, ngành', 'Các cơ quan, tổ chức liên quan'],
    ],
    [
      'Các phòng chuyên môn và Điểm dịch vụ hành chính công',
      ['Các phòng chuyên môn', 'Điểm Phục vụ hành chính công'],
    ],
    ['Phòng Kinh tế\nCông an xã\n- Các thôn', ['Phòng Kinh tế', 'Công an xã', 'Các thôn']],
    [
      'Trạm Y tế; Đoàn TNCS Hồ Chí Minh xã và Hội LHPN xã',
      ['Trạm Y tế xã', 'Đoàn Thanh niên xã', 'Hội Liên hiệp Phụ nữ xã'],
    ],
    [
      'Các phòng, ban, ngành, Trung tâm Phục vụ hành chính công',
      ['Các phòng, ban, ngành', 'Trung tâm Phục vụ hành chính công'],
    ],
    ['VP HĐND-UBND; P. VHXH; CAX', ['Văn phòng HĐND và UBND', 'Phòng Văn hóa - Xã hội', 'Công an xã']],
  ])('%j names several', (printed, names) => {
    expect(units(printed)).toEqual(names);
  });

  it('puts the level of the commune into names that carry it', () => {
    expect(units('Công an, Trạm Y tế', 'phường')).toEqual(['Công an phường', 'Trạm Y tế phường']);
  });

  it('keeps what it does not know, and says so', () => {
    expect(readUnits('Phòng Kinh tế, bà con nhân dân')).toEqual({
      units: ['Phòng Kinh tế', 'Bà con nhân dân'],
      unknown: [],
    });
    expect(readUnits('Hồ sơ được lưu trữ theo quy định').unknown).toEqual([
      'Hồ sơ được lưu trữ theo quy định',
    ]);
  });

  it('parts the units of a cell by its lines, but not a name broken over two', () => {
    expect(units('Các thôn\nTrường học\nPhòng Kinh tế\nUBND xã')).toEqual([
      'Các thôn',
      'Các trường học',
      'Phòng Kinh tế',
      'UBND xã',
    ]);
    expect(units('Phòng Văn hóa\n- Xã hội')).toEqual(['Phòng Văn hóa - Xã hội']);
    expect(units('Các phòng,\nđơn vị liên quan')).toEqual(['Các phòng, đơn vị liên quan']);
    expect(units('Văn phòng HĐND\nvà UBND')).toEqual(['Văn phòng HĐND và UBND']);
  });

  it('lets the list of the commune win where one of its units is meant', () => {
    const known = ['Văn phòng HĐND&UBND xã', 'Phòng Văn hóa, Khoa học và Xã hội', 'Công an xã Tân Lập'];
    const named = (text: string): string[] => readUnits(text, 'xã', known).units;
    expect(named('VP HĐND-UBND; P.VHKHXH')).toEqual([known[0], known[1]]);
    expect(named('Phòng Văn hóa - Khoa học - Xã hội, CA xã')).toEqual([known[1], known[2]]);
    expect(named('Phòng Kinh tế; các thôn')).toEqual(['Phòng Kinh tế', 'Các thôn']);
  });

  it('reads nothing from an empty cell', () => {
    expect(units(' \n- ')).toEqual([]);
  });

  it('tells units from prose', () => {
    expect(isUnitList('Các cơ quan, đơn vị; Phòng Kinh tế')).toBe(true);
    expect(isUnitList('Báo cáo kết quả')).toBe(false);
  });

  it.each(['các ', 'phòng, ', 'và ', '- ', 'x', 'UBND xã ', '(', 'Các phòng, ban '])(
    'stays linear on 200 kB of %j',
    (piece) => {
      const started = performance.now();
      readUnits(piece.repeat(200_000 / piece.length));
      expect(performance.now() - started).toBeLessThan(10_000);
    },
  );
});
