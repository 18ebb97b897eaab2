import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Đăng nhập',
  intro: 'Dành cho cán bộ, công chức của xã và tỉnh. Người dân không cần tài khoản.',
  name: 'Tên đăng nhập',
  password: 'Mật khẩu',
  submit: 'Đăng nhập',
  errorTitle: 'Chưa đăng nhập được',
  wrong:
    'Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra phím Caps Lock, bộ gõ tiếng Việt rồi nhập lại cả hai.',
  tooMany: (minutes: number) => `Đã thử quá nhiều lần. Đợi ${minutes} phút rồi thử lại.`,
  forgotten: 'Quên mật khẩu?',
  publicPages: 'Trang công khai của các xã',
  signedOut: 'Đã đăng xuất.',
  step: {
    title: 'Bước hai của đăng nhập',
    lead: 'Mật khẩu đã đúng. Nhập thêm mã để chắc chắn là anh, chị.',
    wrongCode:
      'Mã chưa đúng hoặc đã dùng. Chờ ứng dụng đổi mã mới rồi nhập lại; kiểm tra giờ trên điện thoại có đúng không.',
    ranOut: 'Đã quá 10 phút. Đăng nhập lại từ đầu.',
    restart: 'Đăng nhập bằng tài khoản khác',
  },
  proof: {
    account: 'Tài khoản của tôi',
    title: 'Xác nhận đúng là anh, chị',
    lead: (minutes: number) =>
      `Việc sắp làm ảnh hưởng đến an toàn của tài khoản. Xác nhận một lần, có hiệu lực ${minutes} phút.`,
    formKept: 'Những gì anh, chị vừa nhập đã được giữ lại; xác nhận xong là về đúng biểu mẫu đó.',
    sendNow: 'Đã xác nhận. Biểu mẫu chưa được gửi: xem lại rồi bấm nút gửi.',
    submit: 'Xác nhận',
    cancel: 'Thôi, về tài khoản',
    errorTitle: 'Chưa xác nhận được',
    wrongPassword: 'Mật khẩu chưa đúng. Nhập lại mật khẩu đang dùng để đăng nhập.',
  },
  sessions: {
    title: 'Nơi đang đăng nhập',
    caption: 'Các lần đăng nhập đang mở, mới nhất trước',
    deviceLabel: 'Thiết bị',
    device: (browser: string, system: string) => `${browser} trên ${system}`,
    unknownBrowser: 'Trình duyệt chưa rõ',
    unknownSystem: 'máy chưa rõ',
    stateLabel: 'Trạng thái',
    thisOne: 'Máy này',
    openedLabel: 'Đăng nhập lúc',
    addressLabel: 'Địa chỉ mạng',
    unknownAddress: 'chưa ghi',
    closeLabel: 'Thao tác',
    close: 'Đăng xuất',
    closeOne: (device: string, since: string) => `Đăng xuất ${device}, mở lúc ${since}`,
    closed: 'Đã đăng xuất khỏi thiết bị đó.',
    closeAll: 'Đăng xuất khỏi mọi nơi',
    closeAllHint: 'Kể cả máy này. Dùng khi mất máy hoặc thấy thiết bị lạ; sau đó đổi mật khẩu.',
    allClosed: 'Đã đăng xuất khỏi mọi nơi.',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
