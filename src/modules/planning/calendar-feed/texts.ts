import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Lịch trên điện thoại và máy tính',
  lead: 'Đưa hạn việc vào Outlook, Google Lịch, Thunderbird hoặc lịch trên điện thoại bằng một liên kết bí mật. Lịch tự cập nhật.',
  reveals: {
    title: 'Liên kết cho biết những gì',
    text: 'Ai có liên kết đều xem được, không cần mật khẩu: tên và mã việc, ngày hạn, sản phẩm, đơn vị chủ trì, tình trạng, tên kế hoạch hoặc số văn bản giao việc, tên, giờ và nơi của cuộc họp mà đơn vị được gọi. Liên kết không cho xem tên người, tệp, ghi chú và không sửa được gì. Lịch luôn theo đúng quyền của anh, chị lúc đọc; tài khoản bị khóa hoặc mật khẩu bị đặt lại thì liên kết hết tác dụng.',
  },
  caption: 'Các liên kết của tôi, mới nhất trước',
  column: { name: 'Tên', shows: 'Hiện gì', used: 'Đọc gần nhất', state: 'Trạng thái', deed: 'Việc' },
  kind: {
    own: 'Việc của tôi',
    unit: 'Việc của đơn vị tôi',
    plan: 'Việc của một kế hoạch',
    reports: 'Ngày nộp báo cáo',
  },
  ofPlan: (title: string) => `Kế hoạch: ${title}`,
  gonePlan: 'Kế hoạch không còn',
  filtered: (name: string) => `Lọc theo: ${name}`,
  neverUsed: 'chưa đọc',
  open: 'Đang mở',
  closed: 'Đã đóng',
  renew: 'Đổi liên kết',
  renewOf: (name: string) => `Đổi liên kết: ${name}`,
  revoke: 'Thu hồi',
  revokeOf: (name: string) => `Thu hồi: lịch ${name}`,
  revoked: 'Đã thu hồi liên kết. Chương trình dùng liên kết này không đọc được nữa.',
  add: 'Tạo liên kết',
  name: 'Tên lịch',
  nameHint: 'Tên hiện trong chương trình lịch, ví dụ: Việc của tôi ở xã.',
  shows: 'Lịch hiện gì',
  plan: 'Kế hoạch',
  planHint: 'Chỉ chọn khi lịch hiện việc của một kế hoạch.',
  view: 'Lọc thêm theo cách xem đã lưu',
  viewHint: 'Các cách xem của danh sách nhiệm vụ. Bộ lọc được giữ như lúc tạo.',
  none: 'Không chọn',
  madeTitle: 'Liên kết lịch đã tạo',
  renewedTitle: 'Liên kết mới của lịch',
  madeLead:
    'Chép liên kết này vào chương trình lịch ngay bây giờ: nó chỉ hiện một lần. Giữ như mật khẩu; lộ thì đổi hoặc thu hồi.',
  madeLabel: 'Liên kết lịch',
  subscribe: 'Mở bằng chương trình lịch của máy này',
  back: 'Về danh sách liên kết',
  howTitle: 'Cách thêm vào chương trình lịch',
  how: {
    outlook: {
      name: 'Outlook',
      steps: 'Vào Lịch, chọn Thêm lịch, chọn Đăng ký từ web, dán liên kết, đặt tên rồi bấm Nhập.',
    },
    google: {
      name: 'Google Lịch',
      steps:
        'Mở calendar.google.com trên máy tính. Cạnh Lịch khác bấm dấu cộng, chọn Từ URL, dán liên kết, bấm Thêm lịch. Google tự quyết định bao lâu đọc lại, có khi vài giờ.',
    },
    thunderbird: {
      name: 'Thunderbird',
      steps:
        'Vào Lịch, bấm Lịch mới, chọn Trên mạng, dán liên kết, chọn loại ICS, để trống tên người dùng, bấm Tìm lịch.',
    },
    ios: {
      name: 'Điện thoại iPhone, máy tính bảng iPad',
      steps:
        'Vào Cài đặt, Ứng dụng, Lịch, Tài khoản lịch, Thêm tài khoản, Khác, Thêm lịch đã đăng ký, rồi dán liên kết.',
    },
  },
  note: 'Lịch xin được đọc lại sau mỗi 15 phút; chương trình nào thưa hơn thì thay đổi hiện chậm hơn. Lịch không có chuông báo: hệ thống đã có nhắc việc riêng.',
  toFeeds: 'Đưa vào lịch của tôi',
  addToCalendar: 'Thêm vào lịch',
  meetingFileName: 'cuoc-hop.ics',
  errorTitle: 'Chưa tạo được liên kết',
  fault: {
    name: 'Đặt tên cho lịch, tối đa 80 ký tự.',
    kind: 'Chọn lịch hiện gì.',
    plan: 'Chọn kế hoạch trong danh sách.',
    view: 'Chọn cách xem trong danh sách.',
    other: 'Nội dung gửi lên chưa đúng.',
  },
  refusal: {
    'protect-first': 'Đặt mật khẩu của riêng mình trước khi tạo liên kết.',
    'name-taken': 'Đã có lịch đang mở mang tên này.',
    'too-many': 'Đã có 20 liên kết đang mở. Thu hồi bớt liên kết không cần.',
    'unknown-plan': 'Chọn kế hoạch trong danh sách.',
    'unknown-view': 'Cách xem này không còn. Chọn cách xem khác.',
    revoked: 'Liên kết này đã thu hồi.',
  },
  calendarName: (name: string, office: string) => `${name} · ${office}`,
  about: (office: string) => `Hạn việc của ${office}, theo quyền của người giữ liên kết.`,
  cut: 'Có nhiều việc hơn số lịch hiện được: chỉ hiện 1.000 việc có hạn sớm nhất. Tạo lịch với bộ lọc hẹp hơn.',
  entry: {
    task: 'Nhiệm vụ',
    reportCategory: 'Báo cáo',
    done: '✓ ',
    cancelled: 'Đã hủy: ',
    late: 'Quá hạn: ',
    line: (label: string, value: string) => `${label}: ${value}`,
    due: 'Hạn',
    product: 'Sản phẩm',
    unit: 'Đơn vị chủ trì',
    state: 'Tình trạng',
    basis: 'Căn cứ',
    addressee: 'Nơi nhận',
    hour: 'Giờ họp',
    place: 'Địa điểm',
    meetingCategory: 'Cuộc họp',
    report: (period: string) => `Nộp báo cáo ${period.toLowerCase()}`,
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
