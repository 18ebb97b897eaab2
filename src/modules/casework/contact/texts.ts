import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Nơi nhận thư nhắc',
  lead: 'Thư nhắc việc chỉ gửi đến nơi bạn đã xác nhận bằng mã. Chỉ mình bạn thấy đầy đủ.',
  panels: { mail: 'Thư điện tử', sms: 'Điện thoại (tin nhắn SMS)', zalo: 'Zalo' },
  hint: {
    mail: 'Ví dụ: mai.nguyen@xa.gov.vn.',
    sms: 'Ví dụ: 0912 345 678. Số nước ngoài bắt đầu bằng dấu +.',
  },
  label: { mail: 'Địa chỉ thư điện tử', sms: 'Số điện thoại' },
  sendCode: 'Gửi mã',
  sendAgain: 'Gửi mã khác',
  code: 'Mã 6 số',
  codeHint: (minutes: string) => `Vừa gửi đến nơi trên, dùng được trong ${minutes} phút.`,
  confirm: 'Xác nhận',
  remove: 'Thôi nhận ở đây',
  removeOf: {
    mail: 'Thôi nhận ở đây: thư điện tử',
    sms: 'Thôi nhận ở đây: tin nhắn SMS',
    zalo: 'Thôi nhận ở đây: Zalo',
  },
  confirmed: (at: string) => `Đã xác nhận lúc ${at}`,
  linked: 'Đã nối tài khoản Zalo của bạn',
  waits: 'Chờ mã xác nhận',
  none: 'Chưa có',
  closed: {
    mail: 'Máy chủ thư chưa được nối, nên chưa gửi được mã. Người trông máy chủ nối theo tài liệu.',
    sms: 'Cơ quan chưa nối dịch vụ tin nhắn SMS.',
    zalo: 'Cơ quan chưa nối trang Zalo OA. Người quản trị nối ở mục Kênh gửi thư.',
  },
  link: 'Lấy mã nối Zalo',
  linkTitle: 'Mã nối Zalo',
  linkLead: (minutes: string) =>
    `Trong ${minutes} phút tới, mở Zalo, quan tâm trang của cơ quan rồi gửi đúng mã này cho trang. Phần mềm sẽ nối tài khoản Zalo đó với bạn.`,
  linkLabel: 'Gửi cho trang Zalo của cơ quan',
  back: 'Về nơi nhận thư nhắc',
  account: 'Tài khoản',
  sent: 'Đã gửi mã. Mở thư hoặc tin nhắn, rồi ghi mã vào đây.',
  done: 'Đã xác nhận. Thư nhắc sẽ đến đây.',
  removed: 'Đã bỏ. Muốn nhận lại thì xác nhận lại.',
  errorTitle: 'Chưa lưu được',
  fault: {
    mail: 'Ghi một địa chỉ thư điện tử, ví dụ mai.nguyen@xa.gov.vn.',
    sms: 'Ghi một số điện thoại, ví dụ 0912 345 678.',
    code: 'Mã gồm 6 chữ số.',
  },
  refusal: {
    'code-wrong': 'Mã không đúng. Xem lại thư hoặc tin nhắn mới nhất.',
    'code-old': 'Mã đã hết hạn hoặc đã sai nhiều lần. Bấm gửi mã khác.',
    'nothing-there': 'Ở đây chưa có địa chỉ nào.',
  },
  codeSubject: (code: string) => `Mã xác nhận: ${code}`,
  codeText: (code: string, minutes: string) =>
    `Ma xac nhan cua ban tren Sau Ro la ${code}, dung trong ${minutes} phut. Khong dua ma cho ai.`,
  zaloLinked: 'Đã nối. Từ nay Sáu Rõ nhắc việc cho bạn qua Zalo.',
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
