import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Tình hình thực hiện',
  lead: (date: string) =>
    `Tình hình đến hết ngày ${date}. Đúng hạn, muộn tính theo hạn đầu tiên của nhiệm vụ.`,
  today: 'Hôm nay',
  day: 'Tình hình đến ngày',
  dayHint: 'Dạng ngày/tháng/năm; để trống là hôm nay.',
  dayWrong: 'Ghi ngày theo dạng ngày/tháng/năm, ví dụ 15/05/2026. Đang hiện số của hôm nay.',
  dayAhead: 'Ngày này chưa đến. Đang hiện số của hôm nay.',
  show: 'Xem',
  print: 'In bằng lệnh In của trình duyệt.',
  printPage: 'Trang in',
  toExcel: 'Tải Excel',
  by: { label: 'Xem theo', unit: 'Đơn vị chủ trì', axis: 'Lĩnh vực', leader: 'Lãnh đạo phê duyệt' },
  caption: { unit: 'Tiến độ theo đơn vị', axis: 'Tiến độ theo lĩnh vực', leader: 'Tiến độ theo lãnh đạo' },
  none: { unit: 'Chưa có đơn vị chủ trì', axis: 'Chưa xếp lĩnh vực', leader: 'Chưa có người phê duyệt' },
  all: 'Cả xã',
  figure: {
    total: 'Tổng',
    assigned: 'Đã giao',
    'on-time': 'Đúng hạn',
    'done-late': 'Muộn',
    'in-progress': 'Đang làm',
    late: 'Quá hạn',
    waiting: 'Chờ sự kiện',
    unassigned: 'Chưa giao',
    due: 'Đã đến hạn hoặc đã xong',
  },
  share: 'Tỷ lệ, %',
  shareNone: 'chưa có số liệu',
  counted: (n: string) => `${n} nhiệm vụ`,
  countedLead: (figure: string, group: string, date: string) => `${figure} · ${group} · đến hết ngày ${date}`,
  column: {
    task: 'Nhiệm vụ',
    unit: 'Chủ trì',
    assignee: 'Người thực hiện',
    approver: 'Người phê duyệt',
    due: 'Hạn đầu tiên',
    done: 'Ngày nộp sản phẩm',
    standing: 'Tình hình ngày đó',
    code: 'Mã',
  },
  noDue: 'không có ngày',
  notDone: 'chưa nộp',
  empty: {
    title: 'Chưa có nhiệm vụ nào tính đến ngày này',
    text: 'Nhiệm vụ được tính từ ngày kế hoạch được lưu. Chọn một ngày sau đó.',
  },
  noRecords: { title: 'Không có nhiệm vụ nào', text: 'Con số này là 0 vào ngày đã chọn.' },
  pages: 'Trang nhiệm vụ',
  previous: 'Trang trước',
  next: 'Trang sau',
  howCounted:
    'Đã giao: đã đủ sáu rõ. Đúng hạn, muộn: sản phẩm đã duyệt nộp trước hay sau hạn đầu tiên. Quá hạn: chưa xong mà hạn đầu tiên đã qua, kể cả chưa giao. Tỷ lệ: đúng hạn trên tổng đúng hạn, muộn và quá hạn. Nhiệm vụ đã hủy không tính. Đơn vị, người phê duyệt lấy theo hiện nay.',
  howCountedTitle: 'Cách tính',
  api: { show: 'Tiến độ theo đơn vị, lĩnh vực hoặc lãnh đạo, tính đến một ngày' },
};

/** Words on the paper of the progress, which is Vietnamese for everybody. */
export const paperWords = {
  title: (date: string) => `Tình hình thực hiện nhiệm vụ đến hết ngày ${date}`,
  kind: 'Báo cáo',
  subject: (date: string) => `Tình hình thực hiện nhiệm vụ cải cách hành chính\n(tính đến hết ngày ${date})`,
  opening: (date: string) =>
    `Tính đến hết ngày ${date}, nhiệm vụ của các kế hoạch đang có hiệu lực và nhiệm vụ cấp trên giao được thực hiện như sau. Đúng hạn, muộn, quá hạn tính theo hạn đầu tiên của nhiệm vụ; nhiệm vụ đã hủy không tính.`,
  closing: 'Trên đây là tình hình thực hiện nhiệm vụ cải cách hành chính./.',
  heading: {
    unit: 'THEO ĐƠN VỊ CHỦ TRÌ',
    axis: 'THEO LĨNH VỰC',
    leader: 'THEO LÃNH ĐẠO PHÊ DUYỆT',
  },
  seq: 'TT',
  group: { unit: vi.by.unit, axis: vi.by.axis, leader: vi.by.leader },
  column: vi.figure,
  share: 'Tỷ lệ đúng hạn, %',
  all: 'Cộng',
  none: 'Chưa có nhiệm vụ nào tính đến ngày này.',
  noShare: '–',
} as const;

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
