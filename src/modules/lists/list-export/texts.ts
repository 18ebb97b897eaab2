import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  maker: 'Xuất danh sách',
  title: (list: string) => `Xuất ${list.toLowerCase()}`,
  lead: (rows: string) => `Tệp có đủ ${rows} dòng của bộ lọc, không chỉ trang đang xem.`,
  filter: 'Bộ lọc',
  noFilter: 'Không lọc',
  columns: 'Cột',
  format: 'Loại tệp',
  formats: { xlsx: 'Excel (.xlsx)', csv: 'CSV (.csv)' },
  formatHints: { xlsx: 'Ngày là ngày, số là số.', csv: 'Mở đúng dấu trong Excel.' },
  submit: 'Xuất tệp',
  back: 'Quay lại danh sách',
  logged: 'Việc xuất tệp được ghi vào nhật ký.',
  errorTitle: 'Chưa xuất được',
  noColumn: 'Chọn ít nhất một cột.',
  noFormat: 'Chọn loại tệp.',
  making: 'Đang làm tệp',
  makingText: 'Có thể rời trang này; tệp vẫn được làm tiếp và được giữ 7 ngày.',
  progress: (done: string, all: string) => `${done} trong ${all} dòng`,
  ready: 'Tệp đã xong',
  readyText: (rows: string) => `Tệp có ${rows} dòng, được giữ 7 ngày.`,
  download: 'Tải tệp',
  failed: 'Không làm được tệp',
  failedText: 'Quyền của anh, chị đã thay đổi từ lúc yêu cầu. Mở lại danh sách để xuất lại.',
  api: {
    get: 'Một tệp danh sách: làm đến đâu',
    download: 'Tải tệp danh sách khi đã xong',
    refusal: {
      'unknown-column': (named: string) => `Danh sách không có cột: ${named}.`,
      'wrong-filter': (named: string) => `Bộ lọc có phần không đọc được: ${named}.`,
    },
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
