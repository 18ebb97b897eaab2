import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  maker: 'Tạo kỳ của việc định kỳ',
  panel: 'Các kỳ',
  caption: 'Các kỳ của việc định kỳ, theo thời gian',
  period: 'Kỳ',
  assignee: 'Người thực hiện',
  noOne: 'Chưa có',
  month: (month: number, year: number) => `Tháng ${month}/${year}`,
  quarter: (quarter: string, year: number) => `Quý ${quarter}/${year}`,
  halfYear: (half: number, year: number) => `6 tháng ${half === 1 ? 'đầu' : 'cuối'} năm ${year}`,
  year: (year: number) => `Năm ${year}`,
  span: (from: string, to: string) => `${from} – ${to}`,
  time: (period: string, no: number) => `${period}, lần ${no}`,
  isSeries: (done: string, total: string) => `Việc định kỳ: đã xong ${done}/${total} kỳ`,
  seriesText: 'Từng kỳ có hạn, sản phẩm nộp và duyệt riêng. Giao việc ở đây áp dụng cho các kỳ chưa bắt đầu.',
  ofSeries: 'Một kỳ của việc định kỳ',
  openSeries: 'Xem cả việc định kỳ',
  here: 'đang xem',
  doneOf: (done: string, total: string) => `Xong ${done}/${total} kỳ`,
  counted: 'Việc định kỳ được tính theo từng kỳ.',
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
