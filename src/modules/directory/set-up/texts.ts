import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Thiết lập lần đầu',
  findLead: 'Chọn xã, phường, đặc khu, hoặc tỉnh, thành phố sẽ dùng bản cài này.',
  search: 'Tên hoặc mã',
  searchHint: 'Gõ có dấu hoặc không dấu, ví dụ: dong ky.',
  find: 'Tìm',
  found: (count: string) => `${count} nơi khớp`,
  noneFound: 'Không có nơi nào khớp. Gõ ít chữ hơn, hoặc thêm tên tỉnh sau tên xã.',
  place: 'Cơ quan',
  otherPlace: 'Chọn nơi khác',
  code: 'Mã thiết lập',
  codeHint: 'Mã một lần mà cửa sổ dòng lệnh in ra khi khởi động.',
  admin: 'Quản trị đầu tiên',
  fullName: 'Họ và tên',
  position: 'Chức vụ',
  signInName: 'Tên đăng nhập',
  signInHint: 'Chữ thường không dấu, số, dấu chấm, gạch; ví dụ: quantri.',
  password: 'Mật khẩu',
  passwordHint: (least: number) => `Ít nhất ${least} ký tự.`,
  again: 'Nhập lại mật khẩu',
  units: 'Các đơn vị',
  unitsHint: 'Mỗi dòng một đơn vị. Quản trị đứng ở đơn vị đầu tiên; mọi thứ sửa được sau này.',
  submit: 'Thiết lập',
  done: 'Đã thiết lập. Đăng nhập bằng tài khoản quản trị vừa tạo.',
  errorTitle: 'Chưa thiết lập được',
  level: {
    xa: 'xã',
    phuong: 'phường',
    'dac-khu': 'đặc khu',
    tinh: 'tỉnh',
    'thanh-pho': 'thành phố',
  },
  communeUnits: [
    'Văn phòng HĐND và UBND',
    'Phòng Văn hóa - Xã hội',
    'Phòng Kinh tế',
    'Trung tâm Phục vụ hành chính công',
  ] as readonly string[],
  provinceUnits: ['Sở Nội vụ', 'Văn phòng UBND'] as readonly string[],
  fault: {
    code: 'Ghi mã thiết lập ở cửa sổ dòng lệnh.',
    wrongCode: 'Mã thiết lập chưa đúng. Xem lại ở cửa sổ dòng lệnh; mỗi lần khởi động có mã mới.',
    fullName: 'Ghi họ và tên, tối đa 120 ký tự.',
    positionTitle: 'Chức vụ tối đa 160 ký tự.',
    signInName: 'Tên đăng nhập gồm chữ thường không dấu, số, dấu chấm, gạch; tối đa 64 ký tự.',
    password: 'Mật khẩu chưa đủ dài.',
    again: 'Hai lần nhập mật khẩu chưa giống nhau.',
    units: 'Ghi ít nhất một đơn vị, mỗi dòng một tên, tối đa 100 dòng.',
    other: 'Nội dung gửi lên chưa đúng.',
  },
  refusal: {
    'set-up-already': 'Bản cài này đã được thiết lập.',
    'name-taken': 'Tên đăng nhập này đã có người dùng.',
    'password-short': 'Mật khẩu chưa đủ dài.',
    'no-such-unit': 'Ghi ít nhất một đơn vị.',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
