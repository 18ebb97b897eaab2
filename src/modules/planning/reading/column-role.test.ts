import { describe, expect, it } from 'vitest';
import { readColumn } from './column-role.ts';
import type { ColumnRole } from './column-words.ts';

const TITLES: Partial<Record<ColumnRole, string[]>> = {
  seq: ['STT', 'TT', 'Số TT', 'Số thứ tự', 'Mã NV', 'TT.'],
  task: [
    'Nhiệm vụ',
    'Nội dung công việc',
    'Tên nhiệm vụ',
    'Nội dung thực hiện',
    'Việc cần làm',
    'Nhiệm vụ có thời hạn',
    'Nhiệm vụ năm 2026',
    'Hạng mục công việc',
    'Danh mục nhiệm vụ',
  ],
  activity: ['Hoạt động', 'Nhiệm vụ cụ thể', 'Giải pháp thực hiện', 'Nội dung cụ thể'],
  product: [
    'Sản phẩm',
    'Kết quả/sản phẩm',
    'Dự kiến kết quả',
    'Kết quả cần đạt',
    'Hình thức văn bản, sản phẩm',
    'Minh chứng',
    'Kết quả thực hiện',
  ],
  'product-and-due': ['Sản phẩm, thời gian hoàn thành', 'Kết quả - thời hạn', 'Thời gian và sản phẩm'],
  lead: [
    'Cơ quan chủ trì',
    'Đơn vị thực hiện',
    'Bộ phận phụ trách',
    'Phân công thực hiện',
    'Trách nhiệm chính',
    'Đơn vị chịu trách nhiệm',
    'ĐV chủ trì',
    'Đơn vị',
  ],
  coordinators: [
    'Cơ quan phối hợp',
    'Phối hợp',
    'Bộ phận cùng thực hiện',
    'Đơn vị tham gia',
    'Đơn vị liên quan',
  ],
  'lead-and-coordinators': ['Cơ quan chủ trì, phối hợp', 'Đơn vị chủ trì/phối hợp'],
  chair_leader: ['Lãnh đạo phụ trách', 'Lãnh đạo UBND xã chủ trì', 'Người chỉ đạo', 'Phó Chủ tịch phụ trách'],
  person: ['Công chức thực hiện', 'Cán bộ phụ trách', 'Người phụ trách', 'Chuyên viên phụ trách'],
  due: [
    'Thời gian',
    'Thời hạn',
    'Tiến độ thực hiện',
    'Mốc thời gian',
    'Hạn chót',
    'Lộ trình',
    'Tần suất',
    'Thời gian thực hiện năm 2026',
    'Hạn hoàn thành',
  ],
  start: ['Bắt đầu', 'Thời gian bắt đầu', 'Từ ngày'],
  end: ['Kết thúc', 'Đến ngày'],
  note: ['Ghi chú', 'Lưu ý'],
  target: ['Chỉ tiêu', 'Mức phấn đấu', 'Tên chỉ tiêu'],
  year: ['2026', 'Năm 2027', 'Chỉ tiêu năm 2026', 'KH 2026', 'Đến năm 2030', 'Năm 2026 (%)'],
  baseline: ['Hiện trạng', 'Thực hiện năm 2025', 'Kết quả thực hiện năm 2025', 'Ước thực hiện 2025'],
  measure: ['ĐVT', 'Đ.V.T', 'Đơn vị tính'],
  section: ['Lĩnh vực', 'Nội dung CCHC', 'Mảng công tác'],
  unit: ['Công an xã', 'Phòng Văn hóa - Xã hội', 'Văn phòng HĐND và UBND'],
  quarter: ['Quý I', 'Quý 4', 'Q1', 'Quý II/2026'],
  month: ['Tháng 1', 'T12', 'Tháng 07'],
  other: ['Kinh phí', 'Căn cứ pháp lý', 'Số lượng', 'Văn bản chỉ đạo'],
};

describe('readColumn', () => {
  it.each(Object.entries(TITLES).flatMap(([role, titles]) => titles.map((title) => [title, role])))(
    '%j is %s',
    (title, role) => {
      expect(readColumn([title]).role).toBe(role);
    },
  );

  it.each([
    [['Thời gian thực hiện', 'III'], 'quarter', 3],
    [['Thời gian (tháng)', '11'], 'month', 11],
    [['Lộ trình', '2028'], 'year', 2028],
    [['Hiện trạng', '2024'], 'baseline', 2024],
    [['Tổ chức thực hiện', 'Phối hợp'], 'coordinators', undefined],
    [['Thời gian', 'Bắt đầu'], 'start', undefined],
  ] as const)('%j is %s %s', (titles, role, number) => {
    expect(readColumn(titles)).toMatchObject({ role, ...(number === undefined ? {} : { number }) });
  });
});
