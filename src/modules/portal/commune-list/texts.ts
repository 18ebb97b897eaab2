import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Cải cách hành chính ở các xã, phường',
  lead: 'Mỗi xã công khai kế hoạch, nhiệm vụ và chỉ tiêu cải cách hành chính của mình để người dân theo dõi.',
  search: 'Tìm xã, phường',
  hint: 'Gõ có dấu hoặc không dấu',
  submit: 'Tìm',
  caption: 'Các xã, phường',
  name: 'Xã, phường',
  province: 'Tỉnh, thành phố',
  none: 'Chưa có xã nào trên hệ thống.',
  noMatch: 'Không có xã nào khớp. Thử gõ ít chữ hơn.',
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
