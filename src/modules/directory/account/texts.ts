import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Tài khoản của tôi',
  who: {
    title: 'Người dùng',
    name: 'Họ và tên',
    unit: 'Đơn vị',
    signInName: 'Tên đăng nhập',
    roles: 'Vai trò',
  },
  roles: {
    focal: 'Công chức đầu mối',
    'unit-head': 'Trưởng phòng, trưởng đơn vị',
    officer: 'Công chức, viên chức',
    leader: 'Lãnh đạo UBND',
    clerk: 'Công chức một cửa',
    community: 'Trưởng thôn, tổ trưởng',
    province: 'Cán bộ cấp tỉnh',
    admin: 'Quản trị',
    auditor: 'Kiểm tra',
  },
  password: {
    title: 'Mật khẩu',
    never: 'Đang dùng mật khẩu được cấp ban đầu.',
    changedAt: (moment: string) => `Đổi lần gần nhất lúc ${moment}.`,
    change: 'Đổi mật khẩu',
    changeTitle: 'Đổi mật khẩu',
    lead: 'Sau khi đổi, mọi thiết bị khác của anh, chị bị đăng xuất.',
    fresh: 'Mật khẩu mới',
    freshHint: (least: number) =>
      `Ít nhất ${least} ký tự. Một câu dễ nhớ, nhiều từ, có dấu cách và dấu tiếng Việt đều được; không bắt buộc chữ hoa, số hay ký hiệu.`,
    again: 'Nhập lại mật khẩu mới',
    submit: 'Đổi mật khẩu',
    cancel: 'Thôi, về tài khoản',
    errorTitle: 'Chưa đổi được mật khẩu',
    changed: 'Đã đổi mật khẩu và đăng xuất các thiết bị khác.',
    unlike: 'Hai lần nhập chưa giống nhau. Nhập lại cả hai.',
  },
  problem: {
    'password-short': (least: number, _most: number) =>
      `Mật khẩu cần ít nhất ${least} ký tự. Thêm một, hai từ nữa.`,
    'password-long': (_least: number, most: number) => `Mật khẩu dài quá ${most} ký tự. Bớt đi một đoạn.`,
    'password-common': (_least: number, _most: number) =>
      'Mật khẩu này ai cũng thử đầu tiên. Chọn một câu chỉ mình anh, chị nghĩ ra.',
    'password-name': (_least: number, _most: number) =>
      'Mật khẩu gần như là tên đăng nhập. Chọn một câu khác.',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
