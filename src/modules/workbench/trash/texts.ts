import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Thùng rác',
  lead: (days: string) =>
    `Những gì đã bỏ, gỡ hoặc cho kết thúc. Khôi phục được trong ${days} ngày; sau đó hệ thống xóa hẳn hoặc chỉ còn giữ làm lịch sử.`,
  filter: { label: 'Lọc theo loại', kind: 'Loại', all: 'Tất cả', submit: 'Lọc' },
  caption: 'Những gì trong thùng rác, mới bỏ trước',
  column: { what: 'Nội dung', who: 'Người bỏ', when: 'Lúc', why: 'Lý do', left: 'Còn', deed: 'Khôi phục' },
  noReason: 'Không ghi',
  left: (days: string) => `${days} ngày`,
  lastDay: 'Hôm nay',
  restore: 'Khôi phục',
  restoreOf: (title: string) => `Khôi phục: ${title}`,
  restored: (title: string) => `Đã khôi phục: ${title}`,
  notRestored: (title: string, why: string) => `Chưa khôi phục được "${title}". ${why}`,
  none: {
    title: 'Thùng rác trống',
    text: 'Những gì anh, chị bỏ hoặc cho kết thúc sẽ ở đây một thời gian, kèm người bỏ và lý do.',
  },
  older: 'Cũ hơn',
  newest: 'Về mới nhất',
  pages: 'Các trang của thùng rác',
  shown: (count: string) => `${count} mục trên trang này`,
  purger: 'Dọn thùng rác',
  api: { list: 'Thùng rác: những gì lấy lại được', restore: 'Lấy lại một mục' },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
