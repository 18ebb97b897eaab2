import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  signIn: (label: string) => `Đăng nhập bằng ${label}`,
  refusal: {
    'not-vouched': 'Chưa đăng nhập được qua hệ thống kia. Thử lại từ đầu.',
    'unknown-person':
      'Chưa có tài khoản Sáu Rõ với tên này. Đề nghị người quản trị của xã hoặc tỉnh mở tài khoản.',
    'other-person':
      'Tài khoản Sáu Rõ với tên này đã gắn với người khác ở hệ thống kia. Đề nghị người quản trị kiểm tra.',
    'no-role': 'Hệ thống kia chưa giao vai trò nào dùng được ở Sáu Rõ. Đề nghị người quản trị kiểm tra.',
    unavailable: 'Hệ thống kia chưa trả lời. Đợi ít phút hoặc đăng nhập bằng mật khẩu.',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
