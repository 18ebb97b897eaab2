import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Xác thực hai bước',
  issuer: 'Sáu Rõ',
  lead: 'Ngoài mật khẩu, mỗi lần đăng nhập cần thêm mã 6 số trên điện thoại của anh, chị. Lộ mật khẩu cũng chưa vào được tài khoản.',
  panel: {
    off: 'Chưa bật.',
    on: (since: string) => `Đã bật từ ${since}.`,
    codesLeft: (count: number) => `Còn ${count} mã dự phòng chưa dùng.`,
    open: 'Xem và đổi',
  },
  mustSetUp: 'Vai trò của anh, chị bắt buộc xác thực hai bước. Bật xong sẽ mở được các trang khác.',
  begin: {
    title: 'Bật xác thực hai bước',
    text: 'Cần điện thoại có ứng dụng tạo mã như Google Authenticator, Microsoft Authenticator hoặc ứng dụng tương tự. Không cần mạng, không mất phí.',
    submit: 'Bắt đầu',
  },
  scan: {
    title: 'Quét mã rồi nhập mã 6 số',
    step: 'Mở ứng dụng tạo mã trên điện thoại, chọn thêm tài khoản và quét hình này.',
    qr: 'Hình để ứng dụng tạo mã quét',
    secret: 'Không quét được? Nhập khóa này vào ứng dụng:',
    submit: 'Bật xác thực hai bước',
    restart: 'Tạo hình khác',
    wrongCode: 'Mã chưa đúng. Chờ ứng dụng đổi mã mới rồi nhập lại; kiểm tra giờ trên điện thoại.',
    notBegun: 'Hình đã hết hiệu lực. Bắt đầu lại.',
    errorTitle: 'Chưa bật được xác thực hai bước',
  },
  on: {
    title: 'Đang bật',
    since: 'Bật từ',
    codes: 'Mã dự phòng còn lại',
    renew: 'Tạo mã dự phòng mới',
    renewHint: 'Tạo mã mới thì mã cũ mất hiệu lực.',
    turnOff: 'Tắt xác thực hai bước',
    turnedOff: 'Đã tắt xác thực hai bước.',
    required: 'Vai trò của anh, chị bắt buộc xác thực hai bước nên không tắt được.',
    notOn: 'Xác thực hai bước đang tắt.',
    alreadyOn: 'Xác thực hai bước đã bật. Muốn đổi điện thoại thì tắt rồi bật lại.',
  },
  codes: {
    title: 'Mã dự phòng',
    lead: 'Chép hoặc in các mã này ngay: trang chỉ hiện một lần. Mỗi mã dùng được một lần khi không có điện thoại.',
    label: 'Các mã dự phòng',
    keep: 'Cất nơi chỉ mình anh, chị lấy được; không lưu chung với mật khẩu.',
    done: 'Tôi đã cất các mã này',
  },
  code: {
    label: 'Mã xác thực',
    hint: 'Mã 6 số trong ứng dụng, hoặc một mã dự phòng.',
    appHint: 'Mã 6 số đang hiện trong ứng dụng.',
  },
  rules: {
    title: 'Quy định đăng nhập',
    lead: 'Vai trò nào phải xác thực hai bước, và giúp người không đăng nhập được.',
    roles: 'Vai trò bắt buộc xác thực hai bước',
    rolesHint: 'Người có vai trò được chọn mà chưa bật sẽ phải bật ngay lần đăng nhập tới.',
    submit: 'Lưu quy định',
    saved: 'Đã lưu quy định.',
    unknownRole: 'Có vai trò không có trong danh sách. Tải lại trang rồi chọn lại.',
    people: 'Tài khoản',
    caption: 'Tài khoản theo tên, và cách giúp từng người',
    name: 'Họ và tên',
    signInName: 'Tên đăng nhập',
    factor: 'Xác thực hai bước',
    hasFactor: 'Đã bật',
    lacksFactor: 'Chưa bật',
    help: 'Trợ giúp',
    takeAway: 'Bỏ bước hai',
    takeAwayOf: (name: string) => `Bỏ bước hai của ${name}, người mất điện thoại và mã dự phòng`,
    takenAway: 'Đã bỏ bước hai. Báo người đó bật lại sau khi đăng nhập.',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
