import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Phím tắt',
  lead: 'Phím không làm gì khi anh, chị đang gõ trong ô nhập, kể cả gõ Telex hay VNI.',
  close: 'Đóng',
  plainKeys: 'Các phím một chữ (/, ?, j, g…) tắt được tại',
  account: 'Tài khoản của tôi',
  inTurn: (first: string, second: string) => `${first} rồi ${second}`,
  everywhere: {
    title: 'Mọi trang',
    find: 'Tìm và mở nhanh',
    help: 'Xem phím tắt',
    make: 'Thêm mới, ở trang có nút thêm',
    edit: 'Sửa, ở trang có nút sửa',
  },
  go: {
    title: 'Đến trang',
    home: 'Tổng quan',
    myWork: 'Việc của tôi',
    notices: 'Thông báo',
    progress: 'Tình hình thực hiện',
    plans: 'Kế hoạch',
    tasks: 'Nhiệm vụ',
    objectives: 'Mục tiêu',
    targets: 'Chỉ tiêu',
    calendar: 'Lịch',
    drafts: 'Dự thảo kế hoạch',
    officers: 'Quản trị',
    audit: 'Nhật ký',
    system: 'Hệ thống',
    account: 'Tài khoản của tôi',
  },
  list: {
    title: 'Danh sách',
    note: 'Ở trang có danh sách.',
    next: 'Dòng sau',
    previous: 'Dòng trước',
    open: 'Mở dòng',
    choose: 'Chọn hoặc bỏ chọn dòng',
  },
  palette: {
    title: 'Trong ô Tìm và mở nhanh',
    walk: 'Chọn kết quả',
    open: 'Mở kết quả đang chọn',
    close: 'Đóng',
  },
  review: { title: 'Soát kế hoạch', note: 'Ở trang soát dự thảo kế hoạch.' },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
