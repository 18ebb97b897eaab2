import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Cài đặt',
  lead: 'Tên cơ quan và cách liên hệ.',
  name: 'Tên cơ quan',
  nameHint: 'Hiện ở đầu mọi trang, ví dụ: xã Đồng Kỳ.',
  address: 'Địa chỉ trụ sở',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  code: 'Mã đơn vị hành chính',
  noCode: 'Chưa có',
  slug: 'Tên trong địa chỉ trang công khai',
  save: 'Lưu',
  saved: 'Đã lưu cài đặt.',
  errorTitle: 'Chưa lưu được',
  fault: {
    name: 'Ghi tên cơ quan, tối đa 120 ký tự.',
    address: 'Địa chỉ tối đa 200 ký tự.',
    phone: 'Số điện thoại gồm chữ số, dấu cách, dấu chấm, gạch; ví dụ 0222 3888 999.',
    email: 'Ghi địa chỉ thư dạng ten@xa.gov.vn.',
    other: 'Nội dung gửi lên chưa đúng.',
  },
  api: {
    get: 'Cài đặt của cơ quan',
    edit: 'Sửa tên và cách liên hệ',
    communes: 'Các xã của tỉnh',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
