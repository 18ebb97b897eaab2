import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Tổng quan',
  today: (weekday: string, date: string) => `${weekday}, ${date}`,
  attention: 'Cần xử lý',
  late: 'Quá hạn',
  soon: 'Sắp đến hạn',
  unassigned: 'Chưa giao',
  noLate: 'Không có việc quá hạn',
  noSoon: 'Không có việc sắp đến hạn',
  noUnassigned: 'Mọi việc đã có người thực hiện',
  unclear: (n: string) => `${n} việc chưa đủ sáu rõ`,
  byUnit: 'Tiến độ theo đơn vị chủ trì',
  fromAbove: 'Nhiệm vụ cấp trên giao',
  unit: 'Đơn vị',
  noUnit: 'Chưa có đơn vị chủ trì',
  total: 'Tổng',
  done: 'Hoàn thành',
  open: 'Còn thời gian',
  all: 'Cả xã',
  reports: 'Lịch báo cáo',
  reportsOf: (year: number) => `Lịch báo cáo năm ${year}`,
  noReports: 'Kế hoạch năm nay không ghi lịch báo cáo.',
  daysLeft: (n: string) => `còn ${n} ngày`,
  targets: 'Chỉ tiêu',
  targetCount: (n: string) => `${n} chỉ tiêu trong kế hoạch`,
  openTargets: 'Mở danh sách chỉ tiêu',
  import: 'Nhập kế hoạch',
  empty: {
    title: 'Bắt đầu từ kế hoạch đã ban hành',
    text: 'Đưa tệp Word của kế hoạch vào; nhiệm vụ, chỉ tiêu và lịch của năm sẽ hiện ở đây.',
    wait: 'Xã chưa nhập kế hoạch. Khi công chức đầu mối nhập xong, việc của anh, chị sẽ hiện ở đây.',
  },
  nothing: { title: 'Chưa có việc nào giao cho anh, chị', text: 'Việc được giao sẽ hiện ở đây.' },
  start: {
    title: 'Bốn bước để cơ quan bắt đầu',
    said: { done: 'đã xong', current: 'làm bước này', ahead: 'làm sau' },
    units: { label: 'Đơn vị', has: (n: string) => `Đang có ${n} đơn vị.`, action: 'Xem và sửa' },
    officers: {
      label: 'Cán bộ',
      has: (n: string) => `Đang có ${n} người.`,
      action: 'Nhập từ Excel hoặc dán bảng',
    },
    accounts: {
      label: 'Tài khoản',
      lacks: (n: string) => `Còn ${n} người chưa có tài khoản.`,
      action: 'Mở tài khoản, in phiếu',
    },
    focal: {
      label: 'Công chức đầu mối',
      why: 'Chọn một người, giao vai trò này để đưa kế hoạch vào.',
      action: 'Chọn người',
    },
  },
  province: {
    lead: 'Các xã, phường thuộc tỉnh và trang công khai của từng nơi.',
    commune: 'Xã, phường',
    page: 'Trang công khai',
    none: 'Tỉnh chưa có xã, phường nào trên hệ thống.',
  },
  axisLabel: 'Trạng thái',
  period: {
    Q1: 'Báo cáo quý I',
    H1: 'Báo cáo 6 tháng',
    Q3: 'Báo cáo quý III',
    '9M': 'Báo cáo 9 tháng',
    quarter: 'Báo cáo quý',
    month: 'Báo cáo tháng',
    year: 'Báo cáo năm',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
