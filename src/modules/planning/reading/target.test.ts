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
    ['Không dưới 95% hồ sơ được số hóa', ['>= 95 %']],
    ['Tỷ lệ hồ sơ trực tuyến đạt và vượt 85%', ['>= 85 %']],
    ['Kéo giảm tỷ lệ hồ sơ trễ hạn xuống dưới 1%', ['< 1 %']],
    ['Giảm tỷ lệ hồ sơ trễ hạn còn 1%', ['<= 1 %']],
    ['Tỷ lệ hồ sơ trễ hạn tối đa 1,5%', ['<= 1.5 %']],
    ['Tỷ lệ hài lòng đạt 90% - 95%', ['>= 90 %', '<= 95 %']],
    ['Giảm tối thiểu 10% số cuộc họp so với năm 2025', ['>= 10 %']],
    ['Cắt giảm 30% thời gian giải quyết TTHC', ['= 30 %']],
    ['100% công chức sử dụng chữ ký số, 100% văn bản được gửi nhận điện tử.', ['= 100 %', '= 100 %']],
    ['ít nhất 80% người dân và 90% doanh nghiệp hài lòng', ['>= 80 %', '>= 90 %']],
    ['Chỉ số CCHC đạt từ 88 điểm trở lên', ['>= 88 điểm']],
    ['Đạt tối thiểu 92/100 điểm theo Bộ Chỉ số', ['>= 92 điểm']],
    ['Chỉ số chuyển đổi số đạt tối thiểu 0,75', ['>= 0.75 score']],
    ['Chỉ số chuyển đổi số đạt không dưới 0,75', ['>= 0.75 score']],
    ['Giảm tỷ lệ hồ sơ trễ hạn từ 3,2% xuống còn dưới 1%', ['< 1 %']],
    ['Tăng tỷ lệ hồ sơ trực tuyến từ 58% (năm 2025) lên 75%', ['= 75 %']],
    ['Tỷ lệ thanh toán trực tuyến tăng thêm ít nhất 10% so với cùng kỳ', ['>= 10 %']],
    ['duy trì tỷ lệ văn bản ký số ở mức 100%', ['= 100 %']],
    ['không để xảy ra quá 02 hồ sơ trễ hạn/tháng', ['<= 2 hồ sơ/tháng']],
    ['tối thiểu bằng 90% số hộ có địa chỉ số', ['>= 90 %']],
    ['Mỗi năm tăng từ 3 - 5% số hồ sơ trực tuyến', ['>= 3 %', '<= 5 %']],
    ['Tỷ lệ hài lòng đạt 95-98%', ['>= 95 %', '<= 98 %']],
    ['Tháng 12 - 100% hồ sơ được số hóa', ['= 100 %']],
    ['1 - 100% hồ sơ được số hóa', ['= 100 %']],
    ['Xây dựng ít nhất 12 phóng sự, 24 tin bài', ['>= 12 phóng sự', '>= 24 tin, bài']],
    ['Duy trì Chỉ số CCHC ở mức 85 điểm', ['= 85 điểm']],
    ['Tỷ lệ hồ sơ trực tuyến đạt 80%, tăng 5% so với năm 2025', ['= 80 %']],
    ['Tối thiểu chín mươi phần trăm (90%) hồ sơ được số hóa', ['>= 90 %']],
    ['tỷ lệ hồ sơ trễ hạn giảm ít nhất một nửa (50%)', ['>= 50 %']],
    ['ít nhất hai phần ba số bản (10/14 bản) có điểm hỗ trợ', ['>= 10 bản']],
    ['100% thôn (12/12 thôn) có tổ công nghệ số', ['= 100 %']],
    ['Điểm tự chấm CCHC cao hơn năm 2025 tối thiểu 3 điểm', ['>= 3 điểm']],
    ['hồ sơ tăng đột biến thì cũng không được thấp hơn 96%', ['>= 96 %']],
    ['đến hết tháng 6 xử lý dứt điểm 23 hồ sơ tồn', ['= 23 hồ sơ']],
    ['Hoàn thành số hóa 12.500 hồ sơ hộ tịch', ['= 12500 hồ sơ']],
    ['Một trăm phần trăm thôn có nhóm hỗ trợ', ['= 100 %']],
    ['mỗi năm ít nhất hai hội nghị đối thoại', ['>= 2 hội nghị/năm']],
    ['hồ sơ trễ hạn không quá năm hồ sơ trong cả năm', ['<= 5 hồ sơ/năm']],
    ['Tăng ba bậc trên bảng xếp hạng của tỉnh', ['= 3 bậc']],
    ['Thu từ phí qua thanh toán trực tuyến đạt 1,2 tỷ đồng', ['= 1.2 tỷ đồng']],
    ['22/22 bản có tổ công nghệ số cộng đồng', ['= 22 bản']],
    ['bình quân mỗi ấp mỗi tháng phát sinh ít nhất 10 hồ sơ', ['>= 10 hồ sơ/ấp/tháng']],
    ['không có công chức bị kỷ luật vì nhũng nhiễu', ['= 0 công chức']],
    ['Ít nhất 95 trên 100 phiếu khảo sát đánh giá hài lòng', ['>= 95 %']],
    ['không quá hai đơn thư phản ánh', ['<= 2 đơn thư']],
    ['mức độ hài lòng từ 9 5% trở lên', ['>= 95 %']],
    ['Tổ chức ít nhất 02 hội nghị đối thoại', ['>= 2 hội nghị']],
    ['Mỗi năm tổ chức ít nhất 06 phiên chợ pháp luật', ['>= 6 phiên/năm']],
    ['Mỗi tháng đăng tải ít nhất 10 tin, bài', ['>= 10 tin, bài/tháng']],
    ['Ít nhất 02 tin/tháng', ['>= 2 tin/tháng']],
    ['mỗi quý tổ chức ít nhất 01 cuộc đối thoại', ['>= 1 cuộc/quý']],
    ['Mỗi phòng có ít nhất 01 sáng kiến/năm', ['>= 1 sáng kiến/phòng/năm']],
    ['Thời gian chờ tối đa 15 phút/lượt', ['<= 15 phút/lượt']],
    ['Ít nhất 100 phiếu/đợt', ['>= 100 phiếu/đợt']],
    ['Hỗ trợ ít nhất 1.200 lượt người dân', ['>= 1200 lượt']],
    ['cắt giảm thành phần hồ sơ của ít nhất 10 TTHC', ['>= 10 TTHC']],
    ['Tối thiểu 03 ki-ốt', ['>= 3 ki-ốt']],
    ['Tối thiểu 2.000 chữ ký số', ['>= 2000 chữ ký số']],
    ['Tối thiểu 03 thôn được kết nối', ['>= 3 thôn']],
    ['Không quá 03 lượt công dân khiếu nại', ['<= 3 lượt']],
    ['Rút ngắn 02 ngày làm việc so với quy định', ['= 2 ngày làm việc']],
    ['không có văn bản trái pháp luật', ['= 0 văn bản']],
    ['l00% thôn có internet', ['= 100 %']],
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
    'Tổ chức “Ngày Chuyển đổi số quốc gia 10/10”',
    'Phường có 12 tổ dân phố',
    'hỗ trợ người dân trên 60 tuổi',
    'thực hiện 18 nhiệm vụ tại Phụ lục',
    'Tập thể đạt từ 90 điểm trở lên được xét tặng Giấy khen',
    'Trung tâm tiếp nhận 6.412 hồ sơ, đúng hạn 6.105 hồ sơ (đạt 97,99%)',
    'Xã đã ban hành 17 văn bản chỉ đạo, tổ chức 03 cuộc kiểm tra; giải ngân đạt 91,3% kế hoạch',
    'tỷ lệ thanh toán trực tuyến mới đạt 38%, thấp hơn mức bình quân của tỉnh (52,7%)',
    'Khắc phục các tiêu chí bị trừ điểm của Chỉ số CCHC năm 2025 (xã đạt 81,4)',
    'Xếp loại Tốt trở lên',
    'Công chức biết ít nhất một tiếng dân tộc',
    'kinh phí thực hiện 50 triệu đồng',
    'sắp xếp lại các tổ dân phố dưới 300 hộ',
    'Lập thành 02 bản',
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

  it('takes no year that has gone by or that it is compared with', () => {
    const years = (text: string): (number | null)[] => readTargets(text, PLACE).map(({ year }) => year);
    expect(years('Tăng tối thiểu 5% số thu so với năm 2025')).toEqual([2026]);
    expect(years('Tỷ lệ đúng hạn đạt trên 98% (năm 2025 đạt 96%)')).toEqual([2026]);
    expect(years('Đến năm 2030, tỷ lệ hài lòng đạt 95%')).toEqual([2030]);
    expect(readTargets('đạt 85% (tăng 5% so với năm 2025)', PLACE)).toHaveLength(1);
  });

  it.each([
    ['Tỷ lệ hồ sơ giải quyết đúng hạn: trên 98%', 'Tỷ lệ hồ sơ giải quyết đúng hạn: trên 98%'],
    [
      '100% cơ quan, đơn vị được kiểm tra ít nhất 01 lần',
      '100% cơ quan, đơn vị được kiểm tra ít nhất 01 lần',
    ],
    [
      '90% doanh nghiệp sử dụng hóa đơn điện tử, các chợ đạt ít nhất 60%',
      '90% doanh nghiệp sử dụng hóa đơn điện tử',
    ],
    ['hài lòng chung từ 93% trở lên, đúng hạn từ 99% trở lên', 'hài lòng chung từ 93% trở lên'],
    [
      'đảm bảo 100% cơ quan, đơn vị được kiểm tra ít nhất 01 lần',
      '100% cơ quan, đơn vị được kiểm tra ít nhất 01 lần',
    ],
    ['Chỉ tiêu thi đua: 100% công chức cam kết thực hiện', '100% công chức cam kết thực hiện'],
    ['Rà soát, đơn giản hóa TTHC (10% TTHC kiến nghị đơn giản hóa; …)', '10% TTHC kiến nghị đơn giản hóa'],
  ])('cuts the words of a figure out of %j', (text, clause) => {
    expect(readTargets(text, PLACE)[0]?.text).toBe(clause);
  });

  it.each([
    ['100% hồ sơ TTHC được giải quyết đúng hạn', 'hồ sơ TTHC'],
    ['Tỷ lệ DVC toàn trình trên tổng số TTHC có đủ điều kiện đạt 80%', 'TTHC có đủ điều kiện'],
    ['Tỷ lệ hồ sơ trễ hạn dưới 1%', 'hồ sơ'],
    ['Tỷ lệ hài lòng đạt 92% trở lên', null],
  ])('says of what the share in %j is taken', (text, scope) => {
    expect(readTargets(text, PLACE)[0]?.denominator_scope).toBe(scope);
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
