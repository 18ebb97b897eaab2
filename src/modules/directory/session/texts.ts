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
  publicPages: 'Trang công khai của các xã',
  demoTitle: 'Dữ liệu trình diễn',
  demoIntro: 'Xã, cán bộ và số liệu ở đây chỉ để trình diễn. Mọi tài khoản dùng chung mật khẩu',
  signedOut: 'Đã đăng xuất.',
  needSignIn: 'Đăng nhập để mở trang này.',
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
