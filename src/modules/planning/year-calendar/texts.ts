import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  plans: 'Kế hoạch',
  calendar: 'Lịch',
  title: (year: number) => `Lịch năm ${year}`,
  lead: 'Ngày hạn của nhiệm vụ, ngày gửi báo cáo và ngày nghỉ trong năm.',
  year: (year: number) => `Năm ${year}`,
  printed: (when: string) => `In lúc ${when}`,
  filter: { plan: 'Kế hoạch', all: 'Tất cả kế hoạch', submit: 'Xem' },
  month: (month: number) => `Tháng ${month}`,
  weekdays: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'] as readonly string[],
  weekdaysShort: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'] as readonly string[],
  emptyMonth: 'Không có hạn nào.',
  within: {
    month: 'trong tháng',
    quarter: (quarter: number) => `quý ${['I', 'II', 'III', 'IV'][quarter - 1]}`,
    until: (date: string) => `đến ${date}`,
  },
  unverified: (holiday: string) => `${holiday} (chưa xác minh)`,
  state: { done: 'Hoàn thành', late: 'Quá hạn', soon: 'Sắp đến hạn' },
  recurring: 'Định kỳ',
  onDayOff: 'Rơi vào ngày nghỉ',
  reportDue: 'Hạn gửi báo cáo',
  report: {
    month: 'Báo cáo tháng',
    Q1: 'Báo cáo quý I',
    H1: 'Báo cáo 6 tháng đầu năm',
    Q3: 'Báo cáo quý III',
    '9M': 'Báo cáo 9 tháng',
    quarter: 'Báo cáo quý',
    year: 'Báo cáo năm',
  },
  months: 'Mười hai tháng',
  wholeYear: {
    title: 'Trong cả năm',
    note: 'Kế hoạch chỉ ghi năm, không ghi tháng.',
    caption: 'Nhiệm vụ có thời hạn là cả năm',
    code: 'Mã',
    task: 'Nhiệm vụ',
    due: 'Thời hạn ghi trong kế hoạch',
    state: 'Trạng thái',
  },
  undated:
    'Nhiệm vụ thường xuyên, theo yêu cầu, sau một sự kiện hoặc chưa rõ thời hạn không có ngày để hiện trên lịch.',
  undatedLink: 'Xem các nhiệm vụ không có ngày',
  tooMany: {
    title: (most: string) => `Lịch chỉ hiện ${most} nhiệm vụ đầu`,
    text: 'Chọn một kế hoạch để xem đủ các nhiệm vụ của kế hoạch đó.',
  },
  api: {
    get: 'Lịch của một năm: hạn nhiệm vụ, ngày nộp báo cáo',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
