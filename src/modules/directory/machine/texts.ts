import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Phần mềm kết nối',
  lead: 'Phần mềm khác làm việc với Sáu Rõ qua API dưới tên riêng, với quyền của một vai trò. Việc chúng làm có trong nhật ký.',
  caption: 'Các phần mềm kết nối, theo tên',
  none: { title: 'Chưa có phần mềm nào', text: 'Đặt tên và chọn vai trò ở dưới, sau đó tạo khóa cho nó.' },
  add: 'Thêm phần mềm',
  name: 'Tên phần mềm',
  nameHint: 'Ví dụ: Hệ thống một cửa của tỉnh.',
  role: 'Quyền theo vai trò',
  roleHint: 'Khóa của phần mềm có thể có ít quyền hơn, không thể nhiều hơn.',
  choose: 'Chọn vai trò',
  tokens: 'Khóa đang dùng',
  ended: 'Đã ngừng',
  endTitle: 'Ngừng dùng phần mềm',
  endText: 'Mọi khóa của phần mềm này không mở được gì nữa. Có thể dùng lại sau.',
  end: 'Ngừng dùng',
  restoreText: 'Phần mềm đã ngừng: khóa của nó không mở được gì.',
  restore: 'Dùng lại',
  created: 'Đã thêm phần mềm. Tạo khóa cho nó ở dưới.',
  endedDone: 'Phần mềm đã ngừng.',
  restored: 'Phần mềm được dùng lại.',
  errorTitle: 'Chưa lưu được',
  docs: 'Tài liệu API',
  fault: {
    name: 'Ghi tên phần mềm, tối đa 80 ký tự.',
    roleId: 'Chọn một vai trò đang dùng.',
    other: 'Nội dung gửi lên chưa đúng.',
  },
  refusal: {
    'unknown-role': 'Vai trò này không còn dùng. Chọn vai trò khác.',
    'name-taken': 'Đã có phần mềm tên này.',
    ended: 'Phần mềm này đã ngừng.',
    'not-ended': 'Phần mềm này đang dùng.',
  },
  inTrash: {
    noun: 'Phần mềm đã ngừng',
    refusal: {
      'not-ended': 'Phần mềm đang dùng, không cần khôi phục.',
      'name-taken': 'Đã có phần mềm khác mang tên này. Ngừng phần mềm đó trước.',
    } as Readonly<Record<string, string>>,
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
