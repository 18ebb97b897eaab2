import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Tài khoản của tôi',
  telling: {
    title: 'Cách nhận thông báo',
    choose: 'Chọn cách nhận',
    text: 'Nhắc trước hạn mấy ngày, thư buổi sáng lúc mấy giờ, lúc nào không gửi, gửi qua đâu.',
  },
  keys: {
    title: 'Phím tắt một chữ',
    on: 'Các phím một chữ như /, ?, j, g đang bật: chúng làm việc khi con trỏ không ở trong ô nhập. Nên tắt nếu anh, chị nhập liệu bằng giọng nói hoặc hay chạm nhầm phím. Ctrl K vẫn dùng được.',
    off: 'Các phím một chữ đang tắt. Ctrl K vẫn dùng được.',
    turnOff: 'Tắt phím một chữ',
    turnOn: 'Bật phím một chữ',
    turnedOff: 'Đã tắt các phím một chữ.',
    turnedOn: 'Đã bật các phím một chữ.',
  },
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
  contacts: {
    title: 'Nơi nhận thư nhắc',
    text: 'Thư điện tử, số điện thoại và Zalo mà Sáu Rõ nhắc việc cho bạn; mỗi nơi xác nhận bằng mã.',
    open: 'Mở nơi nhận thư nhắc',
  },
  password: {
    title: 'Mật khẩu',
    never: 'Đang dùng mật khẩu được cấp ban đầu.',
    changedAt: (moment: string) => `Đổi lần gần nhất lúc ${moment}.`,
    change: 'Đổi mật khẩu',
    changeTitle: 'Đổi mật khẩu',
    lead: 'Sau khi đổi, mọi thiết bị khác của anh, chị bị đăng xuất.',
    startLead:
      'Mật khẩu đang dùng do quản trị cấp và có người khác đã thấy. Đặt mật khẩu của riêng anh, chị rồi vào làm việc.',
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
    'password-same': (_least: number, _most: number) => 'Đây là mật khẩu đang dùng. Chọn một mật khẩu khác.',
  },
  /** Accounts as an administrator keeps them. */
  keeping: {
    title: 'Tài khoản',
    open: 'Mở tài khoản',
    openText: 'Mật khẩu đầu tiên do hệ thống đặt và chỉ hiện một lần, ngay sau khi mở.',
    openAll: 'Mở tài khoản cho người chưa có',
    signInName: 'Tên đăng nhập',
    signInHint: 'Chữ thường không dấu, số, dấu chấm, gạch.',
    roles: 'Vai trò',
    setRoles: 'Lưu vai trò',
    lock: 'Khóa tài khoản',
    unlock: 'Mở khóa',
    reset: 'Cấp lại mật khẩu',
    resetText:
      'Cấp lại mật khẩu: mật khẩu cũ hết dùng được. Khóa tài khoản: không đăng nhập được. Cả hai kết thúc mọi phiên đang mở và thu hồi mọi khóa API của người này.',
    sheetTitle: 'Phiếu tài khoản',
    sheetLead:
      'Mật khẩu dưới đây chỉ hiện lần này. In phiếu hoặc chép lại, giao tận tay từng người; người nhận đổi mật khẩu sau lần đăng nhập đầu.',
    sheetCaption: 'Tên đăng nhập và mật khẩu đầu tiên',
    person: 'Họ và tên',
    password: 'Mật khẩu đầu tiên',
    address: 'Địa chỉ đăng nhập',
    unitColumn: 'Đơn vị',
    none: 'Mọi cán bộ đang làm việc đã có tài khoản.',
    toList: 'Về danh sách cán bộ',
    locked: 'Đã khóa tài khoản.',
    unlocked: 'Đã mở khóa tài khoản.',
    rolesSet: 'Đã lưu vai trò.',
    fault: {
      signInName:
        'Tên đăng nhập gồm chữ thường không dấu, số, dấu chấm, gạch ngang, gạch dưới; tối đa 64 ký tự.',
      roles: 'Chọn vai trò trong danh sách.',
    },
    refusal: {
      'name-taken': 'Tên đăng nhập này đã có người dùng. Thêm số hoặc tên xã vào sau.',
      'has-account': 'Người này đã có tài khoản.',
      'unknown-role': 'Vai trò đã chọn không còn trong danh sách.',
      'own-account': 'Không tự khóa tài khoản của mình được.',
      'last-administrator': 'Đây là quản trị cuối cùng. Trao quyền quản trị cho người khác trước.',
      locked: 'Tài khoản đã khóa từ trước.',
      'not-locked': 'Tài khoản không bị khóa.',
      ended: 'Người này đã nghỉ.',
    },
  },
  api: {
    lock: 'Khóa tài khoản của cán bộ',
    unlock: 'Mở khóa tài khoản',
    setRoles: 'Đặt vai trò của tài khoản',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
