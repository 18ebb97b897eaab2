import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  list: 'Chỉ tiêu',
  listCaption: 'Danh sách chỉ tiêu',
  plans: 'Kế hoạch',
  views: 'Cách xem',
  all: 'Tất cả',
  fields: {
    plan: 'Kế hoạch',
    axis: 'Lĩnh vực',
    year: 'Năm',
    value: 'Giá trị',
    unit: 'Đơn vị tính',
    text: 'Chỉ tiêu',
    metric: 'Thước đo',
    scope: 'Tính trên',
    section: 'Mục',
  },
  column: {
    target: 'Chỉ tiêu',
    comparison: 'Mức phải đạt',
    year: 'Năm',
    axis: 'Lĩnh vực',
    plan: 'Kế hoạch',
    result: 'Kết quả',
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
  api: {
    export: 'Xuất các chỉ tiêu của bộ lọc thành tệp',
    list: 'Danh sách chỉ tiêu',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
