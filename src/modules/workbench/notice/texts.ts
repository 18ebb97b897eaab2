import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Thông báo',
  bell: (n: string) => `Thông báo, ${n} tin chưa đọc`,
  bellNone: 'Thông báo, không có tin chưa đọc',
  views: { label: 'Cách xem', unread: 'Chưa đọc', all: 'Tất cả' },
  caption: 'Thông báo, mới nhất trước',
  column: { what: 'Việc', kind: 'Nội dung', who: 'Người làm', when: 'Lúc', deed: 'Mở' },
  insteadOf: (name: string) => `Làm thay ${name}`,
  open: 'Mở',
  openRecord: 'Mở bản ghi',
  said: 'Nội dung kèm theo',
  openOf: (title: string) => `Mở: ${title}`,
  choose: 'Cách nhận',
  mornings: 'Thư buổi sáng',
  readAll: 'Đánh dấu đã đọc tất cả',
  readAllDone: (n: string) => `Đã đánh dấu ${n} tin là đã đọc.`,
  none: {
    unread: { title: 'Đã đọc hết', text: 'Tin mới về việc của anh, chị sẽ hiện ở đây.' },
    all: { title: 'Chưa có thông báo', text: 'Tin về việc của anh, chị sẽ hiện ở đây.' },
    toAll: 'Xem tin đã đọc',
  },
  kept: (days: string) => `Tin được giữ ${days} ngày; lịch sử đầy đủ nằm ở từng việc.`,
  pages: 'Trang thông báo',
  shown: (n: string) => `${n} tin`,
  newest: 'Mới nhất',
  older: 'Cũ hơn',
  api: {
    list: 'Thông báo của mình',
    read: 'Đánh dấu một thông báo đã đọc',
    readAll: 'Đánh dấu đã đọc tất cả',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
