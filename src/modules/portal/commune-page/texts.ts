import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Kế hoạch cải cách hành chính',
  communes: 'Các xã',
  number: (number: string | null, date: string | null) =>
    [number && `Số ${number}`, date && `ngày ${date}`].filter(Boolean).join(', '),
  none: {
    title: 'Xã chưa công bố kế hoạch',
    text: 'Khi xã ban hành kế hoạch cải cách hành chính, nội dung sẽ hiện ở đây.',
  },
  progress: 'Tiến độ thực hiện',
  asOf: (date: string) => `Tính đến ngày ${date}`,
  section: 'Nội dung',
  outside: 'Nội dung khác',
  total: 'Tổng',
  state: {
    'hoan-thanh': 'Hoàn thành',
    'con-han': 'Đang thực hiện',
    'qua-han': 'Quá hạn',
    'da-huy': 'Đã hủy',
  },
  all: 'Tất cả',
  tasks: 'Nhiệm vụ',
  filterLabel: 'Lọc theo trạng thái',
  task: 'Nhiệm vụ',
  code: 'Mã',
  lead: 'Cơ quan chủ trì',
  due: 'Thời hạn',
  moved: (first: string, present: string) => `Hạn đầu ${first}, đã đổi sang ${present}`,
  stateLabel: 'Trạng thái',
  targets: 'Chỉ tiêu',
  target: 'Chỉ tiêu',
  level: 'Mức phải đạt',
  otherPlans: 'Kế hoạch khác',
  whole: 'Xem toàn văn nhiệm vụ và chỉ tiêu',
  csv: 'Tải dữ liệu (CSV)',
  noTask: 'Không có nhiệm vụ nào ở trạng thái này.',
  pages: {
    label: 'Trang',
    summary: (from: string, to: string, total: string) => `${from}–${to} trong ${total} nhiệm vụ`,
    previous: 'Trước',
    next: 'Tiếp',
  },
  csvHeader: [
    'Mã',
    'Nhiệm vụ',
    'Sản phẩm',
    'Cơ quan chủ trì',
    'Thời hạn',
    'Hạn',
    'Hạn đầu',
    'Trạng thái',
  ] as readonly string[],
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
