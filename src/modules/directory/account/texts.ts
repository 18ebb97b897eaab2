import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
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
  resetText: 'Mật khẩu cũ hết dùng được và mọi phiên đang mở kết thúc.',
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
    'password-short': 'Mật khẩu quá ngắn.',
    'unknown-role': 'Vai trò đã chọn không còn trong danh sách.',
    'own-account': 'Không tự khóa tài khoản của mình được.',
    'last-administrator': 'Đây là quản trị cuối cùng. Trao quyền quản trị cho người khác trước.',
    locked: 'Tài khoản đã khóa từ trước.',
    'not-locked': 'Tài khoản không bị khóa.',
    ended: 'Người này đã nghỉ.',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
