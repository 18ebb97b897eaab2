import { defineTexts } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  node: (version: string) => `Node.js ${version}: đạt (cần 20.19 trở lên)`,
  nodeOld: (version: string) => `Node.js ${version} quá cũ: hãy cài Node.js 20.19 trở lên`,
  folder: (path: string, gigabytes: string) => `Thư mục dữ liệu ${path}: ghi được, còn trống ${gigabytes} GB`,
  folderFull: (path: string, gigabytes: string) =>
    `Thư mục dữ liệu ${path}: chỉ còn trống ${gigabytes} GB, hãy giải phóng ổ đĩa`,
  folderClosed: (path: string) =>
    `Thư mục dữ liệu ${path}: không ghi được, hãy cấp quyền ghi hoặc đặt SAURO_DATA tới thư mục khác`,
  portFree: (port: number) => `Cổng ${port}: còn trống`,
  portOurs: (address: string) => `Cổng web: Sáu Rõ đang chạy tại ${address}`,
  portTaken: (port: number) => `Cổng ${port}: chương trình khác đang dùng, hãy đặt PORT khác`,
  server: (version: string, place: string) => `PostgreSQL ${version} (${place}): kết nối được`,
  bundled: 'do Sáu Rõ tự chạy',
  given: 'theo DATABASE_URL',
  encoding: (encoding: string, order: string) => `Bảng mã ${encoding}, thứ tự chữ ${order}`,
  noVietnamese: 'PostgreSQL này không có thứ tự chữ tiếng Việt (vi-x-icu): hãy dùng bản có ICU',
  fresh: 'Cơ sở dữ liệu: còn trống, ./sauro start sẽ chuẩn bị',
  migrated: 'Cấu trúc cơ sở dữ liệu: mới nhất',
  pending: (count: number) => `Cấu trúc cơ sở dữ liệu: còn thiếu ${count} bước, hãy chạy ./sauro migrate`,
  roleBound: 'Vai trò sauro_app: không vượt được bảo mật theo dòng',
  roleMighty:
    'Vai trò sauro_app vượt được bảo mật theo dòng: hãy ALTER ROLE sauro_app NOSUPERUSER NOBYPASSRLS',
  tablesClosed: (count: number) => `Bảo mật theo dòng: bật trên cả ${count} bảng của các xã`,
  tablesOpen: (names: string) => `Bảo mật theo dòng chưa bật trên: ${names}`,
  schemaNewer: 'Cấu trúc cơ sở dữ liệu do bản Sáu Rõ mới hơn tạo: hãy chạy bản mới hơn',
  clock: 'Đồng hồ: khớp với đồng hồ của cơ sở dữ liệu',
  clocksApart: (seconds: number) =>
    `Đồng hồ máy này lệch ${seconds} giây so với máy cơ sở dữ liệu: hãy bật đồng bộ giờ (NTP) trên cả hai máy`,
  clockBack: (time: string) =>
    `Đồng hồ máy này chạy lùi: dữ liệu đã có việc ghi lúc ${time}, hãy chỉnh lại giờ và bật đồng bộ giờ (NTP)`,
  worker: 'Việc nền: đang chạy',
  workerRests: 'Việc nền: không chạy, vì Sáu Rõ đang tắt',
  workerSilent: (waiting: string) =>
    `Việc nền không chạy (${waiting} việc đang chờ): hãy khởi động lại Sáu Rõ, hoặc chạy ./sauro worker`,
  jobHeld: (time: string) =>
    `Có việc nền bị giữ từ ${time}, có lẽ do lần tắt đột ngột: hãy khởi động lại Sáu Rõ, việc sẽ được làm tiếp sau một phút`,
  jobs: (waiting: string) => `Hàng việc nền: ${waiting} việc chờ, không có việc hỏng`,
  jobsGivenUp: (count: string, names: string) =>
    `${count} việc nền đã thử đủ số lần mà không xong (${names}): hãy xem nhật ký rồi báo người phát triển`,
  backup: (time: string, file: string) =>
    `Bản sao lưu gần nhất: ${time} (${file}); mỗi ngày nên có một bản, cất ở máy khác`,
  noBackup: 'Chưa có bản sao lưu nào: hãy chạy ./sauro backup',
  rehearsal: (time: string) => `Lần thử khôi phục gần nhất: ${time}`,
  noRehearsal: 'Chưa thử khôi phục lần nào: hãy chạy ./sauro restore --rehearse',
  room: (megabytes: string) => `Dữ liệu ${megabytes} MB: đủ chỗ cho một bản sao lưu trong thư mục dữ liệu`,
  files: (count: string) => `Đủ ${count} tệp, đúng nội dung đã lưu.`,
  filesLost: (count: string, hashes: string) =>
    `Có ${count} tệp bị mất hoặc bị đổi (${hashes}): hãy khôi phục bản sao lưu mới nhất có tệp đó, rồi kiểm tra ổ đĩa hoặc kho lưu tệp.`,
  storeAway: 'Kho lưu tệp không trả lời: hãy kiểm tra SAURO_S3_URL, khóa truy cập và đường mạng.',
  roomShort: (megabytes: string) =>
    `Dữ liệu ${megabytes} MB, thư mục dữ liệu không đủ chỗ cho một bản sao lưu: hãy giải phóng ổ đĩa hoặc sao lưu sang ổ khác`,
  program: 'Các phần của chương trình: đủ',
  programMissing: (names: string) =>
    `Thiếu phần của chương trình (${names}): hãy lấy lại mã nguồn rồi chạy node scripts/build.mjs`,
  typesetter: 'Chế bản PDF: dùng được',
  noTypesetter: (machine: string) =>
    `Chế bản PDF: chưa có cho máy ${machine}, văn bản chỉ xuất được ra Word và trang in`,
  tesseract: (path: string) => `Tesseract ${path}: đọc được bản quét`,
  noTesseract:
    'Tesseract: chưa có, kế hoạch là ảnh quét sẽ không đọc được (cài tesseract-ocr và tesseract-ocr-vie)',
  auditWhole: (lines: string, tenants: number) =>
    `Nhật ký: ${lines} dòng của ${tenants} đơn vị, chuỗi nguyên vẹn`,
  auditWaiting: (lines: string, minutes: number) =>
    `Nhật ký: ${lines} dòng chờ niêm phong, lâu nhất ${minutes} phút: việc nền có đang chạy không (./sauro worker)?`,
  auditBroken: (tenant: string, place: string, more: number) =>
    `Nhật ký của ${tenant}: chuỗi hỏng từ dòng ${place}${more > 0 ? ` và ${more} chỗ nữa` : ''}; hãy so với tệp đã tải trước đó và với bản sao lưu`,
  chromium: (path: string) => `Chromium ${path}: có (chỉ dùng khi kiểm thử)`,
  noChromium: 'Chromium: chưa có (chỉ cần khi kiểm thử; npm test sẽ tự cài nếu được phép)',
  healthy: 'Máy này chạy được Sáu Rõ.',
  unhealthy: (count: number) => `${count} chỗ cần sửa.`,
};

export type DoctorTexts = typeof vi;

export const texts = defineTexts(vi, en);
