import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Trang Zalo OA',
  lead: 'Cơ quan nhắn cho cán bộ đã nối Zalo bằng trang Official Account của mình. Cách lấy từng mục có trong tài liệu.',
  appId: 'ID ứng dụng',
  appIdHint: 'Dãy số của ứng dụng trên developers.zalo.me.',
  appSecret: 'Khóa bí mật của ứng dụng',
  oaSecret: 'OA Secret Key',
  oaSecretHint: 'Trong mục Webhook của ứng dụng; dùng để kiểm tra những gì Zalo gửi đến.',
  refreshToken: 'Refresh token của OA',
  refreshTokenHint: 'Sau lần đầu, Sáu Rõ tự đổi và tự giữ mã mới.',
  templateId: 'ID mẫu ZNS',
  templateIdHint: (parameter: string) =>
    `Không bắt buộc. Mẫu có một tham số ${parameter}, gửi khi người nhận đã quá 7 ngày không nhắn cho trang.`,
  kept: 'Đã có, không hiện lại. Để trống là giữ nguyên.',
  webhook: 'Địa chỉ webhook',
  webhookAddress: (path: string) => `Địa chỉ của phần mềm, rồi ${path}`,
  webhookHint:
    'Ghi địa chỉ này vào mục Webhook của ứng dụng, chọn sự kiện: người dùng gửi tin, người dùng nhận và xem tin, bỏ quan tâm.',
  save: 'Lưu',
  saved: 'Đã lưu. Bấm gửi thử để xem kênh có chạy.',
  remove: 'Bỏ trang Zalo này',
  removeText: 'Xóa cả khóa và mã đang giữ. Muốn dùng lại thì nhập lại.',
  removed: 'Đã bỏ trang Zalo.',
  errorTitle: 'Chưa lưu được',
  back: 'Kênh gửi thư',
  fault: {
    appId: 'Ghi ID ứng dụng, chỉ gồm chữ số.',
    appSecret: 'Khóa chỉ gồm chữ và số không dấu, không có khoảng trắng.',
    oaSecret: 'Khóa chỉ gồm chữ và số không dấu, không có khoảng trắng.',
    refreshToken: 'Mã chỉ gồm chữ và số không dấu, không có khoảng trắng.',
    templateId: 'ID mẫu chỉ gồm chữ số.',
    other: 'Nội dung gửi lên chưa đúng.',
  },
  refusal: {
    'secret-missing': 'Lần đầu phải ghi đủ hai khóa và refresh token.',
    'changed-meanwhile': 'Người khác vừa lưu cài đặt này. Xem bản mới bên dưới rồi lưu lại nếu cần.',
    'nothing-there': 'Chưa nối trang Zalo nào.',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
