import { defineTexts } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  nothing: () =>
    'Cơ sở dữ liệu này còn trống, không có gì để sao lưu: hãy kiểm tra SAURO_DATA hoặc DATABASE_URL.',
  fileExists: (path: string) => `Tệp ${path} đã có: hãy chọn tên khác, bản sao lưu cũ không bị ghi đè.`,
  unwritable: (path: string) => `Không ghi được tệp ${path}: hãy cấp quyền ghi hoặc chọn thư mục khác.`,
  noRoom: (folder: string) =>
    `Ổ đĩa chứa ${folder} đã đầy, bản sao lưu dở đã được xóa: hãy giải phóng chỗ hoặc chọn ổ khác.`,
  noFile: (path: string) => `Không có tệp ${path}: hãy kiểm tra lại đường dẫn.`,
  unreadable: (path: string) => `Không được phép đọc tệp ${path}: hãy chạy bằng người dùng đã tạo tệp đó.`,
  noBackup: (path: string) =>
    `Tệp ${path} không phải bản sao lưu của Sáu Rõ: hãy chọn tệp do "./sauro backup" tạo ra.`,
  damaged: (path: string) =>
    `Tệp ${path} bị hỏng hoặc bị cắt ngắn, chưa có gì thay đổi: hãy sao chép lại từ nơi cất giữ, hoặc dùng bản sao lưu khác.`,
  newer: (path: string) =>
    `Tệp ${path} do bản Sáu Rõ mới hơn tạo ra: hãy cài bản mới hơn rồi khôi phục bằng bản đó.`,
  changed: (path: string, name: string) =>
    `Tệp ${path} được tạo với bước nâng cấp ${name} có nội dung khác bản đang cài: hãy dùng đúng bản Sáu Rõ đã tạo ra tệp.`,
  notEmpty: () =>
    'Cơ sở dữ liệu này đã có dữ liệu, chưa có gì thay đổi: thêm --replace để xóa dữ liệu hiện có và thay bằng bản sao lưu.',
  inUse: (count: number) =>
    `Sáu Rõ đang chạy trên cơ sở dữ liệu này (${count} kết nối): hãy dừng ở mọi máy rồi làm lại.`,
  notTheSame: (table: string) =>
    `Bảng ${table} sau khi khôi phục không giống bản sao lưu, mọi thay đổi đã được hủy: hãy báo lỗi này cho người phát triển.`,
  diskFull: () =>
    'Ổ đĩa của cơ sở dữ liệu đã đầy, mọi thay đổi đã được hủy: hãy giải phóng chỗ rồi khôi phục lại.',
};

export type BackupTexts = typeof vi;

export const texts = defineTexts(vi, en);
