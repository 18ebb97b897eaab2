import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  maker: 'Gộp văn bản để in',
  print: 'In gộp một PDF',
  title: 'In gộp văn bản',
  lead: (count: string) => `${count} văn bản theo thứ tự số, sau một trang danh mục.`,
  list: 'Danh mục',
  caption: 'Văn bản sẽ in, theo thứ tự số',
  column: { number: 'Số, ký hiệu', on: 'Ngày', paper: 'Văn bản', state: 'Tình trạng' },
  check: 'Kiểm tra thứ tự số',
  left: (count: string) => `${count} dòng đã chọn chưa có số hoặc không xem được nên không nằm trong tệp.`,
  limit: (most: string) =>
    `Một tệp có nhiều nhất ${most} văn bản. Tệp được lập trong vài giây và giữ 7 ngày.`,
  send: 'Lập tệp PDF',
  back: 'Về danh sách',
  nothing: {
    title: 'Không có văn bản nào để in',
    text: 'Đánh dấu văn bản đã có số trong danh sách. Dự thảo chưa có số thì chưa in gộp được.',
  },
  tooMany: (count: string, most: string) =>
    `Đã chọn ${count} văn bản, một tệp nhiều nhất ${most}: chọn ít hơn, ví dụ từng tháng.`,
  tooManyTitle: 'Chọn quá nhiều văn bản',
  state: { waiting: 'Đang lập tệp', ready: 'Tệp đã sẵn sàng', failed: 'Chưa lập được tệp' },
  waiting: 'Trang tự tải lại cho đến khi có tệp.',
  ready: (count: string) => `${count} văn bản, sau một trang danh mục có kết quả kiểm tra số.`,
  kept: (days: string) => `Tệp giữ ${days} ngày.`,
  hidden: 'Có văn bản trong tệp này mà anh, chị không còn được xem: lập tệp mới.',
  failure: {
    'no-right': 'Tài khoản không còn quyền in gộp văn bản.',
    none: 'Có văn bản không còn xem được: chọn lại rồi lập tệp mới.',
    'not-set': 'Tệp quá lớn để dàn trang một lần: chọn ít văn bản hơn.',
  },
  download: 'Tải PDF',
  hash: 'Mã băm SHA-256',
  sequence: {
    span: (book: string, year: string, first: string, last: string) =>
      `${book} năm ${year}, từ số ${first} đến số ${last}:`,
    whole: 'đủ số, liền nhau.',
    leftOut: (numbers: string) => `có trong sổ nhưng không nằm trong tệp này: ${numbers}.`,
    missing: (numbers: string) =>
      `không thấy văn bản mang số: ${numbers} (bỏ trống, cấp ngoài phần mềm hoặc không được xem).`,
    run: (first: string, last: string) => `${first} đến ${last}`,
    andMore: (named: string, count: string) => `${named} và ${count} số khác`,
    noDouble: 'Không có số nào trùng.',
    double: (printed: string, year: string, count: string) =>
      `Trùng số: ${printed} năm ${year} có ở ${count} văn bản.`,
  },
  refusal: {
    nothing: 'Không có văn bản nào đã có số mà anh, chị xem được.',
    'too-many': 'Quá nhiều văn bản cho một tệp: chọn ít hơn.',
  },
  api: {
    make: 'Gộp nhiều văn bản vào một tệp PDF để in',
    get: 'Tệp in gộp: đã xong chưa',
    download: 'Tải tệp in gộp',
  },
};

/** Words of the list before the papers, which is Vietnamese like them. */
export const coverWords = {
  title: 'Danh mục văn bản',
  subject: (count: string) => `In gộp ${count} văn bản đã phát hành`,
  caption: 'Văn bản trong tệp này, theo thứ tự số',
  head: ['TT', 'Số, ký hiệu', 'Ngày', 'Loại, trích yếu', 'Người ký', 'Ghi chú'],
  check: 'Kiểm tra thứ tự số',
  committee: (office: string) => `Ủy ban nhân dân\n${office}`,
  madeOn: (at: string) => `Lập lúc ${at}`,
  frozen: (by: string) =>
    `Các văn bản in sau đây đúng nội dung đã giữ nguyên khi phát hành. Người in: ${by}.`,
} as const;

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
