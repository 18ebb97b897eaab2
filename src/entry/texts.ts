import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  product: 'Sáu Rõ',
  demoNote: 'Dữ liệu trình diễn: xã, cán bộ và số liệu chỉ để minh họa.',
  skip: 'Đến nội dung chính',
  nav: 'Các mảng việc',
  menu: 'Trình đơn',
  personMenu: 'Người dùng',
  breadcrumb: 'Đường dẫn',
  otherLanguage: 'English',
  themes: { title: 'Nền trang', system: 'Nền theo thiết bị', light: 'Nền sáng', dark: 'Nền tối' },
  programAbout: 'Việc cải cách hành chính của xã trong cả năm.',
  myAccount: 'Tài khoản của tôi',
  signInRules: 'Quy định đăng nhập',
  signOut: 'Đăng xuất',
  kept: {
    title: (at: string) => `Bản đang viết dở lúc ${at}`,
    text: 'Anh, chị đã nhập vào biểu mẫu này nhưng chưa gửi.',
    continued: 'Biểu mẫu dưới đây đã có lại những gì anh, chị nhập. Kiểm tra rồi gửi.',
    goOn: 'Tiếp tục',
    drop: 'Bỏ bản viết dở',
    saved: 'Đã giữ bản đang viết lúc {at}.',
    notSaved: 'Chưa giữ được bản đang viết: mất kết nối. Đang thử lại.',
    tooMuch: 'Nội dung quá dài để giữ bản đang viết; hãy gửi biểu mẫu trước khi rời trang.',
    away: 'Chưa gửi được: không kết nối được với hệ thống. Những gì anh, chị nhập vẫn còn ở đây.',
    back: 'Đã kết nối lại. Biểu mẫu chưa được gửi: bấm Gửi lại.',
    retry: 'Gửi lại',
  },
  undo: 'Hoàn tác',
  toTrash: 'Xem những gì đã bỏ trong thùng rác',
  search: 'Tìm trong mọi trang',
  searchHint: 'Gõ có dấu hoặc không dấu',
  areas: {
    home: 'Tổng quan',
    planning: 'Kế hoạch',
    plans: 'Kế hoạch',
    tasks: 'Nhiệm vụ',
    targets: 'Chỉ tiêu',
    calendar: 'Lịch',
    drafts: 'Dự thảo kế hoạch',
    system: 'Hệ thống',
    administration: 'Quản trị',
    units: 'Đơn vị',
    officers: 'Cán bộ và tài khoản',
    roles: 'Vai trò và quyền',
    absences: 'Vắng mặt, làm thay',
    ownDays: 'Lịch làm việc',
    signatures: 'Chữ ký số',
    machines: 'Phần mềm kết nối',
    channels: 'Kênh gửi thư',
    webhooks: 'Webhook',
    trash: 'Thùng rác',
    settings: 'Cài đặt',
    audit: 'Nhật ký',
  },
  publicNav: { communes: 'Các xã', signIn: 'Dành cho cán bộ' },
  publicKind: 'Ủy ban nhân dân',
  footerAbout: 'Về trang này',
  footerLine: 'Xã công bố bằng Sáu Rõ, phần mềm nguồn mở.',
  errors: {
    home: 'Về trang đầu',
    requestId: (id: string) => `Mã để báo hỗ trợ: ${id}`,
    typed: 'Nội dung vừa gõ',
    oldForm: {
      title: 'Trang này đã được thay bằng bản mới',
      text: 'Chưa có gì được lưu: phần mềm được nâng cấp sau khi trang được mở. Mở lại trang từ đầu rồi gửi lại; nếu vừa gõ nhiều thì chép lại nội dung từ đây.',
    },
    notFound: {
      title: 'Không tìm thấy trang',
      text: 'Địa chỉ chưa đúng, bản ghi đã được gỡ, hoặc thuộc đơn vị khác. Kiểm tra lại địa chỉ hoặc bắt đầu từ trang đầu.',
    },
    forbidden: {
      title: 'Anh, chị chưa được làm việc này',
      text: 'Vai trò hiện có chưa gồm thao tác này. Nếu công việc cần, đề nghị quản trị của xã cấp quyền.',
    },
    tooLarge: {
      title: 'Nội dung gửi lên quá lớn',
      text: 'Chưa có gì được lưu. Gửi tệp nhỏ hơn (kế hoạch: tối đa 20 MB) hoặc nội dung ngắn hơn.',
    },
    badForm: {
      title: 'Không đọc được biểu mẫu',
      text: 'Chưa có gì được lưu. Mở lại trang và gửi biểu mẫu một lần nữa.',
    },
    crossSite: {
      title: 'Biểu mẫu đến từ trang khác',
      text: 'Chưa có gì được lưu. Mở trang trong Sáu Rõ và gửi biểu mẫu từ đó.',
    },
    tooMany: {
      title: 'Đã thử quá nhiều lần',
      text: 'Đợi vài phút rồi thử lại.',
    },
    unavailable: {
      title: 'Hệ thống tạm thời chưa trả lời',
      text: 'Những gì đã được báo là đã ghi đều còn. Đợi một phút rồi tải lại trang; nếu vừa gửi biểu mẫu thì xem lại việc đó đã được ghi chưa trước khi gửi lần nữa.',
    },
    busy: {
      title: 'Đang có quá nhiều người cùng truy cập',
      text: 'Chưa có gì được lưu. Đợi vài giây rồi thử lại.',
    },
    diskFull: {
      title: 'Máy chủ đã hết chỗ lưu',
      text: 'Nội dung vừa gửi chưa được lưu; những gì đã ghi trước đó đều còn. Báo ngay cho người trông máy chủ: cần giải phóng ổ đĩa, sau đó gửi lại.',
    },
    tooSlow: {
      title: 'Nội dung gửi lên đến quá chậm',
      text: 'Chưa có gì được lưu. Kiểm tra đường truyền rồi gửi lại.',
    },
    fault: {
      title: 'Hệ thống gặp lỗi',
      text: 'Nội dung vừa gửi chưa được lưu. Thử lại; nếu vẫn vậy, báo cho quản trị mã dưới đây.',
    },
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
