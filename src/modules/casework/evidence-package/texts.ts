import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  make: 'Tải gói minh chứng',
  title: 'Gói minh chứng',
  ofFilter: 'Gói minh chứng của danh sách',
  lead: (title: string) => `Minh chứng của: ${title}`,
  ask: (count: string) =>
    `Gói gồm minh chứng của ${count} bản ghi trong bộ lọc: các tệp, danh mục mở được khi không có mạng và mã băm SHA-256 của từng tệp.`,
  limits: (records: string, gigabytes: string) =>
    `Nhiều nhất ${records} bản ghi và ${gigabytes} GB; tệp có mã độc hoặc chưa quét xong được để ngoài và ghi rõ trong danh mục.`,
  send: 'Tạo gói',
  back: 'Quay lại',
  state: { waiting: 'Đang gom minh chứng', ready: 'Gói đã xong', failed: 'Chưa tạo được gói' },
  waiting: 'Có thể rời trang này; gói vẫn được tạo tiếp.',
  ready: (records: string, files: string) => `${records} bản ghi, ${files} tệp.`,
  leftOut: (count: string) => `${count} tệp để ngoài, lý do ghi trong danh mục.`,
  kept: (days: string) =>
    `Tải được trong ${days} ngày, chỉ người đã tạo, khi còn được xem mọi bản ghi trong gói.`,
  hash: 'Mã băm SHA-256 của gói',
  download: 'Tải gói',
  hidden: 'Có bản ghi trong gói mà anh, chị không còn được xem: tạo gói mới.',
  failure: {
    'no-right': 'Quyền đã thay đổi từ lúc yêu cầu nên không tạo được gói.',
    'too-many-records': 'Bộ lọc có quá nhiều bản ghi: chia nhỏ bộ lọc rồi tạo từng gói.',
    'too-large': 'Các tệp cộng lại quá lớn: chia nhỏ bộ lọc rồi tạo từng gói.',
    none: 'Các bản ghi này chưa có minh chứng nào.',
  },
  index: {
    heading: 'Danh mục minh chứng',
    office: 'Cơ quan',
    made: 'Lập lúc',
    by: 'Người lập',
    check: (command: string) => `Kiểm tra tệp: chạy ${command} trong thư mục này.`,
    noRevocation: 'Chữ ký số: không kiểm tra chứng thư có bị thu hồi hay không.',
    columns: {
      code: 'Mã',
      record: 'Bản ghi',
      unit: 'Đơn vị',
      title: 'Minh chứng',
      kind: 'Loại',
      number: 'Số, ký hiệu',
      issuedOn: 'Ngày',
      issuer: 'Cơ quan ban hành',
      flags: 'Cần xem lại',
      signatures: 'Chữ ký số',
      place: 'Tệp trong gói hoặc địa chỉ',
      sha256: 'Mã băm SHA-256',
      addedBy: 'Người thêm',
    },
    without: 'Chưa có minh chứng',
    leftOut: {
      infected: 'Để ngoài: có mã độc',
      waiting: 'Để ngoài: chờ quét mã độc',
      missing: 'Để ngoài: kho không có tệp này',
    },
  },
  maker: 'Gom minh chứng',
  api: {
    make: 'Tạo gói minh chứng của một bộ lọc',
    get: 'Một gói minh chứng: đã xong đến đâu',
    download: 'Tệp của gói minh chứng',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
