import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  product: 'Sáu Rõ',
  title: 'Khóa truy cập',
  lead: 'Đăng nhập bằng vân tay, khuôn mặt hoặc mã PIN của máy, không cần mật khẩu. Trang giả không lấy được khóa này.',
  none: 'Chưa có khóa truy cập.',
  add: 'Thêm khóa truy cập',
  caption: 'Các khóa truy cập, mới nhất trước',
  nameLabel: 'Tên khóa',
  nameHint: 'Để nhận ra máy hoặc khóa, ví dụ: Điện thoại cơ quan.',
  madeLabel: 'Thêm lúc',
  usedLabel: 'Dùng gần nhất',
  neverUsed: 'chưa dùng',
  actLabel: 'Thao tác',
  remove: 'Xóa khóa',
  removeOne: (name: string) => `Xóa khóa ${name}`,
  added: 'Đã thêm khóa truy cập.',
  removed: 'Đã xóa khóa truy cập.',
  required:
    'Vai trò của anh, chị bắt buộc xác thực hai bước, nên không xóa được khóa cuối cùng. Bật ứng dụng tạo mã trước.',
  signIn: 'Đăng nhập bằng khóa truy cập',
  prove: 'Xác nhận bằng khóa truy cập',
  notVerified: 'Khóa truy cập chưa dùng được ở đây. Thử lại, hoặc đăng nhập bằng mật khẩu.',
  notAdded:
    'Chưa thêm được khóa truy cập. Thử lại; nếu máy hỏi thì mở khóa bằng vân tay, khuôn mặt hoặc PIN.',
  wrongName: 'Đặt tên cho khóa, nhiều nhất 60 ký tự.',
  errorTitle: 'Chưa làm được',
  noScript: 'Trình duyệt này chưa dùng được khóa truy cập.',
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
