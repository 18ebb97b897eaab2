import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Thay đổi so với bản trước',
  counts: (added: string, changed: string, removed: string, same: string) =>
    `Thêm ${added}, sửa ${changed}, bỏ ${removed}, giữ nguyên ${same}`,
  added: 'Thêm mới',
  changed: 'Sửa đổi',
  removed: 'Bỏ',
  none: 'Không có.',
  before: 'Bản trước',
  after: 'Bản này',
  row: 'Nội dung',
  field: 'Ô',
  kind: 'Loại',
  empty: 'trống',
  act: 'Ghép dòng',
  word: 'Tải bản so sánh (Word)',
  pdf: 'Tải bản so sánh (PDF)',
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
