import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  fields: {
    name: 'Tên kế hoạch hoặc tệp',
    file: 'Tên tệp',
    state: 'Tình trạng',
    origin: 'Bắt đầu từ',
    origins: {
      file: 'Tệp tải lên',
      pasted: 'Chữ dán vào',
      blank: 'Bản trống',
      'earlier-plan': 'Kế hoạch năm trước',
      'higher-plan': 'Kế hoạch cấp trên',
    },
    by: 'Người nhập',
    day: 'Ngày nhập',
  },
  discard: 'Bỏ các bản đã chọn',
  reasonTooLong: 'Lý do tối đa 300 ký tự.',
  api: { export: 'Xuất danh sách dự thảo' },
  reason: {
    'wrong-state': 'Bản này đang đọc, đã lưu thành kế hoạch hoặc đã bỏ rồi.',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
