import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Lịch sử thay đổi',
  note: 'Mọi lần ghi và mở gần đây, kể cả của hệ thống. Chỉ quản trị và người kiểm tra thấy phần này.',
  list: 'Các dòng nhật ký, mới nhất trước',
  none: 'Chưa có dòng nhật ký nào.',
  all: 'Mở trong Nhật ký',
  allOf: (kind: string) => `Mở trong Nhật ký: ${kind}`,
  change: { caption: 'Nội dung trước và sau', field: 'Mục', before: 'Trước', after: 'Sau' },
  noChange: 'Việc này không đổi mục nào.',
  more: (count: string) => `và ${count} mục nữa`,
  facts: {
    where: 'Nơi thao tác',
    request: 'Mã yêu cầu',
    record: 'Bản ghi',
    code: 'Mã việc',
    place: 'Dòng trong chuỗi',
    hash: 'Mã băm',
  },
  noAddress: 'Hệ thống',
  place: (position: string) => `Dòng ${position}`,
  waiting: 'Chờ niêm phong',
  system: 'Hệ thống',
  nothing: '–',
  yes: 'có',
  no: 'không',
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
