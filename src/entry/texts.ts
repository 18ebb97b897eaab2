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
    machines: 'Phần mềm kết nối',
    webhooks: 'Webhook',
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
