import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  actor: 'Soạn thư buổi sáng',
  title: 'Thư buổi sáng',
  titleOf: (weekday: string, date: string) => `Thư buổi sáng ${weekday}, ${date}`,
  lead: 'Những gì thư đã gửi, giữ nguyên như lúc viết.',
  none: {
    title: 'Chưa có thư buổi sáng nào',
    text: 'Thư gồm việc quá hạn, đến hạn, sắp đến hạn, việc đang chờ và tin chưa đọc. Không có gì để báo thì không có thư.',
  },
  choose: 'Đổi cách nhận',
  channel: { mail: 'Thư điện tử', zalo: 'Zalo', sms: 'Tin nhắn SMS' },
  madeAt: (channel: string, at: string) => `${channel}, viết lúc ${at}`,
  column: { what: 'Nội dung', instead: 'Làm thay' },
  more: (n: string) => `và ${n} mục nữa trong phần mềm`,
  earlier: 'Thư các ngày trước',
  news: {
    escalation: 'Nhắc vượt cấp chưa đọc',
    step: 'Tin công việc chưa đọc',
    mention: 'Ghi chú chưa đọc',
    report: 'Tin kỳ báo cáo chưa đọc',
  },
  newsLine: (what: string, who: string, at: string) => `${what}: ${who}, ${at}`,
  letter: {
    subject: (date: string, sums: string) => `Việc sáng ${date}: ${sums}`,
    sum: (title: string, n: string) => `${n} ${title}`,
    head: (weekday: string, date: string, office: string) => `Sáng ${weekday}, ${date}, ${office}`,
    part: (title: string, n: string) => `${title} (${n})`,
    insteadOf: (text: string, name: string) => `${text} (làm thay ${name})`,
    more: (n: string) => `  và ${n} mục nữa`,
    whole: (link: string) => `Đọc trong phần mềm: ${link}`,
    choose: (link: string) => `Đổi giờ nhận hoặc thôi nhận thư này: ${link}`,
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
