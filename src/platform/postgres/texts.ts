import { defineTexts } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  unwritable: (folder: string) =>
    `Không ghi được vào thư mục dữ liệu ${folder}: hãy cấp quyền ghi cho người dùng đang chạy, hoặc đặt SAURO_DATA tới thư mục khác.`,
  noRoom: (folder: string, megabytes: number) =>
    `Ổ đĩa chứa ${folder} sắp đầy: hãy giải phóng ít nhất ${megabytes} MB rồi chạy lại.`,
  otherVersion: (folder: string, found: string, ours: number) =>
    `Dữ liệu trong ${folder} là của PostgreSQL ${found}, bản này chạy PostgreSQL ${ours}: hãy chuyển dữ liệu bằng pg_upgrade, hoặc đặt SAURO_DATA tới thư mục khác.`,
  noPrograms: (platform: string) =>
    `Máy ${platform} chưa có PostgreSQL đi kèm và không thấy PostgreSQL 15 trở lên trên PATH: hãy cài PostgreSQL, hoặc đặt DATABASE_URL tới một máy chủ có sẵn.`,
  noAccount: () =>
    'PostgreSQL không chạy bằng tài khoản root và máy này không có tài khoản nobody: hãy chạy bằng người dùng thường, hoặc đặt DATABASE_URL.',
  alreadyRunning: () => 'Sáu Rõ đang chạy trên thư mục dữ liệu này.',
  notOurs: (folder: string) =>
    `Thư mục ${folder} thuộc về người dùng khác nên không dùng làm chỗ trao đổi được: hãy xóa thư mục đó rồi chạy lại.`,
  didNotStart: (reason: string, log: string) =>
    `PostgreSQL đi kèm không khởi động được (${reason}): hãy xem ${log}, hoặc đặt DATABASE_URL tới một máy chủ có sẵn.`,
  unreachable: (host: string, reason: string) =>
    `Không kết nối được tới PostgreSQL ở ${host} (${reason}): hãy kiểm tra DATABASE_URL và máy chủ.`,
  tooOld: (version: string) => `Máy chủ ở DATABASE_URL là PostgreSQL ${version}: cần PostgreSQL 15 trở lên.`,
  notUtf8: (encoding: string) =>
    `Cơ sở dữ liệu ở DATABASE_URL dùng bảng mã ${encoding}: hãy tạo lại với ENCODING 'UTF8'.`,
  rolesMissing: (statements: string) =>
    `Tài khoản trong DATABASE_URL không chuẩn bị được cơ sở dữ liệu: hãy nhờ người quản trị PostgreSQL chạy: ${statements}`,
  tooMighty: (role: string) =>
    `Vai trò ${role} bỏ qua được bảo mật theo dòng: hãy chạy ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS.`,
};

export type PostgresTexts = typeof vi;

export const texts = defineTexts(vi, en);
