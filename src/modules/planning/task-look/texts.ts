import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  look: {
    label: 'Cách nhìn',
    table: 'Bảng',
    cot: 'Cột theo bước',
    lich: 'Lịch tháng',
    'lich-nam': 'Lịch năm',
    'tien-do': 'Tiến độ',
  },
  grouping: {
    label: 'Gộp theo',
    none: 'Không gộp',
    'don-vi': 'Đơn vị',
    truc: 'Lĩnh vực',
    'lanh-dao': 'Lãnh đạo',
    buoc: 'Bước',
  },
  without: {
    'don-vi': 'Chưa có đơn vị chủ trì',
    truc: 'Chưa xếp lĩnh vực',
    'lanh-dao': 'Chưa có người phê duyệt',
    buoc: 'Chưa có bước',
  },
  board: {
    label: 'Nhiệm vụ theo bước',
    empty: 'Không có.',
    moves: 'Chuyển bước',
    movesOf: (title: string) => `Chuyển bước: ${title}`,
    more: (count: string) => `Xem tất cả ${count}`,
    open: (count: string, step: string) => `Mở danh sách ${count} nhiệm vụ ở bước ${step}`,
    leadsTo: (step: string) => `sang “${step}”`,
    notYours: 'Không thuộc quyền của bạn',
    unassigned: 'Chưa giao cho ai',
    wayless:
      'Nhiệm vụ ở “{a}” không chuyển thẳng sang “{b}” được: xem các bước có thể ở nút Chuyển bước của thẻ.',
    rightless:
      'Chuyển từ “{a}” sang “{b}” không thuộc quyền của bạn: nhờ người thực hiện, người duyệt hoặc người giao việc.',
  },
  calendar: {
    month: (month: number, year: number) => `Tháng ${month}/${year}`,
    year: (year: number) => `Năm ${year}`,
    before: 'Trước',
    after: 'Sau',
    today: 'Hôm nay',
    day: (weekday: string, date: string) => `${weekday} ${date}`,
    count: (count: string) => `${count} việc`,
    openDay: (count: string, date: string) => `Mở ${count} nhiệm vụ hạn ${date}`,
    empty: 'Không có nhiệm vụ nào đến hạn trong tháng này.',
    openMonth: 'nhiệm vụ đến hạn',
    late: (count: string) => `${count} quá hạn`,
    done: (count: string) => `${count} hoàn thành`,
    undated: (count: string) => `${count} nhiệm vụ không có ngày hạn nên không nằm trên lịch.`,
    undatedLink: 'Mở các nhiệm vụ không có ngày hạn',
  },
  time: {
    caption: 'Nhiệm vụ từ lúc giao đến hạn',
    row: 'Nhiệm vụ',
    group: 'Nhóm',
    scale: 'Thang thời gian',
    scales: { thang: 'Theo tháng', tuan: 'Theo tuần' },
    axis: (from: string, to: string) => `Từ ${from} đến ${to}`,
    from: (from: string, to: string) => `${from} – ${to}`,
    since: (from: string) => `từ ${from}`,
    on: (day: string) => `hạn ${day}`,
    sums: (open: string, late: string, done: string) =>
      `${open} chưa kết thúc, ${late} quá hạn, ${done} hoàn thành`,
    lead: 'Vạch đỏ là hôm nay. Thanh bắt đầu khi giao việc (hoặc khi nhiệm vụ được lập) và hết ở hạn.',
    byDue: 'Xếp theo hạn',
  },
  groups: {
    caption: 'Nhiệm vụ của bộ lọc, gộp theo nhóm',
    total: 'Tổng số',
    open: 'Chưa kết thúc',
    late: 'Quá hạn',
    done: 'Hoàn thành',
    cancelled: 'Đã hủy',
    share: 'Tỷ lệ hoàn thành',
    shareHint: 'Tỷ lệ hoàn thành tính trên số nhiệm vụ không bị hủy.',
    all: 'Tất cả',
    percent: (value: string) => `${value} %`,
    none: 'chưa có số liệu',
    opens: (figure: string, group: string) => `${figure}: ${group}`,
    export: 'Xuất bảng gộp',
    title: 'Nhiệm vụ theo nhóm',
  },
  api: { groups: 'Số nhiệm vụ theo nhóm' },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
