import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './issue-texts.en.ts';

const vi = {
  checkList: 'Kiểm tra trước khi ban hành',
  recurring: (year: string) => `Việc định kỳ trong năm ${year}`,
  reports: (year: string) => `Kỳ báo cáo trong năm ${year}`,
  times: (n: string) => `${n} lần`,
  withoutDay: (n: string) => `${n} lần không ghi ngày`,
  noDay: 'Kế hoạch không ghi ngày gửi',
  noRecurring: 'Không có việc định kỳ.',
  noReports: 'Không có kỳ báo cáo.',
  task: 'Nhiệm vụ',
  report: 'Báo cáo',
  days: 'Ngày',
  matched: (printed: string, name: string) => (printed === name ? name : `${printed} → ${name}`),
  issuing: {
    title: 'Văn bản đã ký',
    lead: 'Ghi theo văn bản lãnh đạo đã ký và văn thư đã cho số.',
    number: 'Số, ký hiệu',
    numberHint: 'Ví dụ 15/KH-UBND.',
    date: 'Ngày ban hành',
    signerName: 'Người ký',
    signerTitle: 'Chức vụ người ký',
    file: 'Tệp văn bản đã ký',
    fileHint: 'Không bắt buộc; PDF, Word hoặc ảnh quét, tối đa 20 MB.',
    choose: 'Chọn tệp',
    submit: 'Ban hành kế hoạch',
  },
  fault: {
    number: 'Ghi số, ký hiệu của văn bản, ví dụ 15/KH-UBND.',
    date: 'Ghi ngày ban hành theo dạng ngày/tháng/năm, ví dụ 15/01/2027.',
    signerName: 'Ghi họ tên người ký.',
    signerTitle: 'Ghi chức vụ người ký.',
    file: 'Tệp lớn hơn 20 MB: nén hoặc quét lại với độ phân giải thấp hơn.',
  },
  issued: 'Đã ban hành kế hoạch.',
  replaces: (title: string) => `Thay thế: ${title}`,
};

export type IssueTexts = Translation<typeof vi>;
export const issueTexts = defineTexts(vi, en);
