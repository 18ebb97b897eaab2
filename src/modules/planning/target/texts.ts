import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  list: 'Chỉ tiêu',
  listCaption: 'Danh sách chỉ tiêu',
  plans: 'Kế hoạch',
  csvLink: 'CSV',
  filter: {
    search: 'Tìm trong danh sách',
    searchHint: 'Gõ có dấu hoặc không dấu',
    plan: 'Kế hoạch',
    axis: 'Lĩnh vực',
    any: 'Tất cả',
    submit: 'Lọc',
    active: 'Đang lọc:',
    remove: 'Bỏ điều kiện',
    clear: 'Bỏ mọi điều kiện',
  },
  column: {
    target: 'Chỉ tiêu',
    comparison: 'Mức phải đạt',
    year: 'Năm',
    axis: 'Lĩnh vực',
    plan: 'Kế hoạch',
    result: 'Kết quả',
  },
  csv: {
    fileName: 'chi-tieu.csv',
    header: [
      'Chỉ tiêu',
      'Thước đo',
      'Mức phải đạt',
      'Giá trị',
      'Đơn vị',
      'Tính trên',
      'Năm',
      'Mục',
      'Lĩnh vực',
      'Kế hoạch',
      'Kết quả',
    ] as readonly string[],
  },
  promise: {
    '>=': (amount: string) => `từ ${amount} trở lên`,
    '<=': (amount: string) => `không quá ${amount}`,
    '=': (amount: string) => `đạt ${amount}`,
    '>': (amount: string) => `trên ${amount}`,
    '<': (amount: string) => `dưới ${amount}`,
  },
  score: 'điểm',
  scope: (scope: string) => `Tính trên: ${scope}`,
  years: (from: number, to: number) => (from === to ? `${from}` : `${from}–${to}`),
  section: (code: string, title: string) => `${code}. ${title}`,
  noData: 'Chưa có số liệu',
  none: {
    title: 'Chưa có chỉ tiêu',
    text: 'Chỉ tiêu xuất hiện ở đây sau khi kế hoạch được nhập và lưu.',
    action: 'Nhập kế hoạch',
  },
  noMatch: { title: 'Không có chỉ tiêu nào khớp', text: 'Bỏ bớt điều kiện lọc hoặc gõ ít chữ hơn.' },
  pages: {
    label: 'Trang',
    summary: (from: string, to: string, total: string) => `${from}–${to} trong ${total} chỉ tiêu`,
    page: (n: number) => `Trang ${n}`,
    previous: 'Trước',
    next: 'Tiếp',
  },
  api: {
    list: 'Danh sách chỉ tiêu',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
