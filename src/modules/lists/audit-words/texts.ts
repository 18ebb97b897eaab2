import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

/** What the acts and records of the lists are called in the audit. */
const vi = {
  acts: {
    'lists.saved-view.keep': 'Lưu cách xem của mình',
    'lists.saved-view.share': 'Lưu cách xem dùng chung',
    'lists.saved-view.delete': 'Xóa cách xem',
    'lists.saved-view.restore': 'Khôi phục cách xem',
    'lists.list-export.record': 'Ghi tiến độ làm tệp danh sách',
    'lists.bulk-run.record': 'Ghi kết quả làm nhiều dòng',
    'lists.bulk-run.stop': 'Dừng việc làm nhiều dòng',
    'lists.bulk-run.take-back': 'Lấy lại việc làm nhiều dòng',
  },
  kinds: {
    'saved-view': 'Cách xem danh sách',
    'list-export': 'Tệp danh sách',
    'bulk-run': 'Việc làm nhiều dòng',
  },
  fields: {
    list: 'Danh sách',
    query: 'Điều kiện',
    is_shared: 'Dùng chung',
    isPinned: 'Ghim',
    isUsual: 'Cách xem thường dùng',
    deleted_at: 'Xóa lúc',
    format: 'Dạng tệp',
    columns: 'Cột',
    rowsExpected: 'Số dòng',
    rows_done: 'Số dòng đã xong',
    'bulk-run.deed': 'Việc',
    input: 'Nội dung',
  },
  values: {},
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
