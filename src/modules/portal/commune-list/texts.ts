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
  noMatch: { title: 'Không có xã nào khớp', text: 'Thử gõ ít chữ hơn, hoặc bỏ chọn tỉnh.' },
  allProvinces: 'Tất cả',
  filtered: 'Đang xem:',
  remove: 'bỏ điều kiện này',
  clear: 'Xem tất cả',
  dropped: 'Có phần của địa chỉ không đọc được nên không tính đến',
  csv: 'Tải danh sách (CSV)',
  csvHeader: ['Xã, phường', 'Tỉnh, thành phố', 'Mã', 'Địa chỉ trang'],
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
