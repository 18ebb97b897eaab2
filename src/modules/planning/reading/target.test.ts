import { describe, expect, it } from 'vitest';
import { readTargets, withoutEchoes } from './target.ts';

const PLACE = { where: 'II.1', line: [7], year: 2026 };

function promised(text: string): string[] {
  return readTargets(text, PLACE).map((target) => `${target.operator} ${target.value} ${target.unit}`);
}

describe('readTargets', () => {
  it.each([
    ['100% hồ sơ được số hóa.', ['= 100 %']],
    ['Tỷ lệ đúng hạn đạt từ 97,5 % trở lên', ['>= 97.5 %']],
    ['Tỷ lệ hài lòng đạt 92% trở lên', ['>= 92 %']],
    ['Phấn đấu tối thiểu 70% người dân có tài khoản', ['>= 70 %']],
    ['Tỷ lệ trễ hạn không vượt quá 2%', ['<= 2 %']],
    ['Tỷ lệ phải đi lại giảm xuống dưới 4%', ['< 4 %']],
    ['Mức độ hài lòng đạt trên 91%', ['> 91 %']],
    ['Chỉ số chuyển đổi số đạt 0,68', ['= 0.68 score']],
    ['Mỗi năm có ít nhất 03 sáng kiến được công nhận', ['>= 3 sáng kiến/năm']],
    ['Mỗi phòng có ít nhất 02 sáng kiến mỗi năm', ['>= 2 sáng kiến/phòng/năm']],
    ['Tổ chức 04 hội nghị đối thoại', ['= 4 hội nghị']],
    ['mỗi tổ có từ 5 đến 7 thành viên', ['>= 5 thành viên', '<= 7 thành viên']],
    ['100% đơn vị được kiểm tra ít nhất 01 lần trong năm', ['= 100 %', '>= 1 lần/năm']],
    ['Báo cáo; không có hồ sơ quá hạn', ['= 0 hồ sơ']],
    ['Tỷ lệ đúng hạn trên 95%, trong đó có trên 50% trước hạn', ['> 95 %', '> 50 %']],
  ])('%j promises %j', (text, found) => {
    expect(promised(text)).toEqual(found);
  });

  it.each([
    'Thực hiện 06 dám, 05 dễ, 06 rõ',
    'Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021',
    'Số lượng: 08 báo cáo, trừ các tháng 3, 6, 9, 12',
    'Triển khai Đề án 06, VNeID mức độ 2',
    'Gửi kèm 01 bản giấy có chữ ký',
    'Trong 03 ngày làm việc kể từ ngày nhận',
    'Góp phần đưa tăng trưởng GRDP đạt 10%',
    'Mô hình chính quyền địa phương hai cấp',
  ])('%j promises nothing', (text) => {
    expect(promised(text)).toEqual([]);
  });

  it('gives each figure its year and its subject', () => {
    const targets = readTargets(
      'Tỷ lệ người dân dùng dịch vụ đạt 60% vào năm 2027 và 75% vào năm 2029.',
      PLACE,
    );
    expect(targets.map((target) => target.year)).toEqual([2027, 2029]);
    expect(targets[1]?.text).toContain('Tỷ lệ người dân dùng dịch vụ');
  });

  it('doubts what a higher level copied into the plan', () => {
    expect(readTargets('100% công chức cấp tỉnh được tập huấn', PLACE)[0]?.doubts).toEqual([
      { code: 'outside-commune' },
    ]);
  });

  it('counts a heading and its paragraph once', () => {
    const heading = readTargets('Ký số 100% văn bản điện tử', { ...PLACE, line: [1] });
    const below = readTargets('Thực hiện ký số 100% văn bản điện tử phát hành', { ...PLACE, line: [2] });
    expect(withoutEchoes([...heading, ...below], new Set([1]))).toEqual(below);
  });
});
