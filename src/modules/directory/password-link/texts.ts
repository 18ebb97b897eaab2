import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  forgotten: {
    title: 'Quên mật khẩu',
    lead: (minutes: number) =>
      `Nhập tên đăng nhập. Nếu tài khoản có thư điện tử, liên kết đặt mật khẩu mới sẽ được gửi tới đó, dùng một lần trong ${minutes} phút.`,
    name: 'Tên đăng nhập',
    submit: 'Gửi liên kết',
    noMail:
      'Nơi này chưa gửi được thư điện tử. Đề nghị người quản trị Sáu Rõ của xã hoặc tỉnh tạo cho anh, chị một liên kết đặt mật khẩu mới, dùng một lần.',
    whoToAsk: 'Người quản trị thường là công chức công nghệ thông tin ở Văn phòng HĐND và UBND.',
    sent: 'Nếu tài khoản có và đã khai thư điện tử, liên kết đang được gửi tới.',
    sentHint: (minutes: number) =>
      `Xem cả thư rác. Liên kết dùng một lần trong ${minutes} phút. Không thấy thư: hỏi người quản trị của xã hoặc tỉnh.`,
    tooMany: (minutes: number) => `Đã gửi quá nhiều yêu cầu. Đợi ${minutes} phút rồi thử lại.`,
    errorTitle: 'Chưa gửi được yêu cầu',
    back: 'Về trang đăng nhập',
  },
  fresh: {
    title: 'Đặt mật khẩu mới',
    lead: 'Đặt xong, đăng nhập bằng mật khẩu mới. Mọi thiết bị đang đăng nhập bị đăng xuất, mọi khóa API của anh, chị bị thu hồi.',
    submit: 'Đặt mật khẩu',
    errorTitle: 'Chưa đặt được mật khẩu',
    done: 'Đã đặt mật khẩu mới. Đăng nhập bằng mật khẩu đó.',
    closedTitle: 'Liên kết không còn dùng được',
    closed: 'Liên kết đã được dùng, đã quá 30 phút, hoặc chưa chép đủ. Yêu cầu một liên kết khác.',
    askAgain: 'Yêu cầu liên kết khác',
  },
  made: {
    title: 'Liên kết đặt mật khẩu mới',
    lead: (name: string, minutes: number) =>
      `Trao trực tiếp cho ${name}. Liên kết dùng một lần trong ${minutes} phút và chỉ hiện ở đây một lần.`,
    label: 'Liên kết',
    make: 'Tạo liên kết mật khẩu',
    makeFor: (name: string) => `Tạo liên kết mật khẩu cho ${name}`,
    back: 'Về quy định đăng nhập',
  },
  letter: {
    sender: 'Gửi thư đặt lại mật khẩu',
    subject: 'Đặt mật khẩu mới cho Sáu Rõ',
    text: (link: string, minutes: number) =>
      `Có người, có thể là anh, chị, đã báo quên mật khẩu Sáu Rõ.\n\nMở liên kết sau để đặt mật khẩu mới; liên kết dùng một lần trong ${minutes} phút:\n\n${link}\n\nNếu không phải anh, chị, bỏ qua thư này: mật khẩu cũ vẫn dùng được.\n`,
  },
  email: {
    title: 'Thư điện tử',
    lead: 'Dùng để gửi liên kết khi quên mật khẩu. Chỉ nhận thư từ Sáu Rõ, không hiện cho người khác.',
    none: 'Chưa khai. Nếu quên mật khẩu, anh, chị phải nhờ người quản trị.',
    change: 'Sửa thư điện tử',
    label: 'Địa chỉ thư điện tử',
    hint: 'Hộp thư chỉ mình anh, chị mở được. Để trống nếu không muốn dùng.',
    submit: 'Lưu thư điện tử',
    saved: 'Đã lưu thư điện tử.',
    wrong: 'Địa chỉ chưa đúng dạng. Ví dụ: nguyen.mai@xa.gov.vn',
    errorTitle: 'Chưa lưu được thư điện tử',
    cancel: 'Thôi, về tài khoản',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
