import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Khóa API',
  lead: 'Khóa để một chương trình làm việc thay anh, chị: với quyền của anh, chị, hoặc ít hơn. Ai có khóa thì làm được như vậy, nên giữ như mật khẩu.',
  machineTitle: 'Khóa của phần mềm',
  panelLine: (count: string) => `${count} khóa đang dùng`,
  none: 'Chưa có khóa nào.',
  open: 'Xem khóa',
  caption: 'Các khóa, mới nhất trước',
  add: 'Tạo khóa',
  name: 'Tên khóa',
  nameHint: 'Để biết chương trình nào dùng, ví dụ: Đồng bộ với hệ thống một cửa.',
  days: 'Dùng được trong',
  daysOption: (days: string) => `${days} ngày`,
  scopes: 'Được làm gì',
  scopesHint: 'Chọn ít nhất có thể. Việc không chọn thì khóa không làm được.',
  readScope: 'Xem (trừ các danh sách quản trị)',
  addresses: 'Chỉ nhận từ địa chỉ mạng',
  addressesHint: 'Mỗi dòng một địa chỉ hoặc mạng, ví dụ 203.0.113.0/24. Để trống là nhận từ mọi nơi.',
  column: {
    name: 'Tên',
    scopes: 'Được làm',
    expires: 'Hết hạn',
    used: 'Dùng gần nhất',
    state: 'Trạng thái',
    deed: 'Việc',
  },
  onlyFrom: (networks: string) => `Chỉ từ ${networks}`,
  neverUsed: 'chưa dùng',
  state: { works: 'Đang dùng', expired: 'Hết hạn', revoked: 'Đã thu hồi' },
  revoke: 'Thu hồi',
  revokeOf: (name: string) => `Thu hồi: khóa ${name}`,
  revoked: 'Đã thu hồi khóa. Chương trình dùng khóa này không vào được nữa.',
  madeTitle: 'Khóa đã tạo',
  madeLead:
    'Chép khóa này vào chương trình ngay bây giờ: nó chỉ hiện một lần. Mất thì thu hồi và tạo khóa mới.',
  madeLabel: (name: string) => `Khóa ${name}`,
  back: 'Về danh sách khóa',
  docs: 'Tài liệu API',
  errorTitle: 'Chưa tạo được khóa',
  fault: {
    name: 'Đặt tên cho khóa, tối đa 80 ký tự.',
    days: 'Chọn thời gian dùng trong danh sách.',
    scopes: 'Chọn ít nhất một việc trong danh sách.',
    addresses: 'Có dòng không phải địa chỉ hoặc mạng. Ghi như 203.0.113.7 hoặc 203.0.113.0/24.',
    other: 'Nội dung gửi lên chưa đúng.',
  },
  refusal: {
    'name-taken': 'Đã có khóa đang dùng mang tên này.',
    'protect-first':
      'Đặt mật khẩu của riêng mình và xác thực hai bước mà vai trò yêu cầu trước khi tạo khóa.',
    'too-many': 'Đã có 20 khóa đang dùng. Thu hồi bớt khóa không cần.',
    revoked: 'Khóa này đã thu hồi.',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
