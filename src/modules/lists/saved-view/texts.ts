import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Cách xem đã lưu',
  lead: 'Mỗi cách xem giữ bộ lọc và thứ tự của một danh sách, còn nguyên sau khi đăng xuất.',
  save: 'Lưu cách xem',
  saveLead: 'Giữ bộ lọc và thứ tự đang mở dưới một tên.',
  name: 'Tên',
  nameHint: 'Ví dụ: Quá hạn của đơn vị tôi.',
  shared: 'Chia sẻ với cả cơ quan',
  sharedHint: 'Mọi người trong cơ quan thấy tên và bộ lọc; mỗi người vẫn chỉ thấy những dòng mình được xem.',
  pinned: 'Ghim thành thẻ trên danh sách',
  usual: 'Mở danh sách bằng cách xem này',
  usualHint: 'Chỉ với riêng anh, chị.',
  submit: 'Lưu',
  open: 'Mở',
  edit: 'Sửa',
  delete: 'Xóa',
  back: 'Quay lại danh sách',
  mine: 'Của tôi',
  of: (name: string) => `Chia sẻ, ${name}`,
  private: 'Riêng tôi',
  column: { name: 'Tên', whose: 'Của ai', how: 'Cách dùng', deeds: 'Việc' },
  caption: 'Các cách xem của danh sách này',
  pinnedTag: 'Đã ghim',
  usualTag: 'Mở đầu tiên',
  none: { title: 'Chưa có cách xem nào', text: 'Mở danh sách, lọc và sắp xếp, rồi chọn “Lưu cách xem”.' },
  saved: 'Đã lưu cách xem.',
  deleted: 'Đã xóa cách xem. Có thể khôi phục trong thùng rác.',
  restored: 'Đã khôi phục cách xem.',
  inTrash: {
    noun: 'Cách xem đã xóa',
    refusal: {
      deleted: 'Cách xem này đã ở trong thùng rác.',
      'not-deleted': 'Cách xem này đang dùng, không cần khôi phục.',
      'name-taken': 'Chủ của cách xem này đang có cách xem khác cùng tên. Đổi tên cách xem đó rồi khôi phục.',
    } as Readonly<Record<string, string>>,
  },
  errorTitle: 'Chưa lưu được',
  fault: {
    name: 'Ghi tên, tối đa 60 ký tự.',
    other: 'Địa chỉ danh sách không đúng. Mở lại danh sách rồi lưu.',
  },
  refusal: {
    'name-taken': 'Anh, chị đã có cách xem tên này. Chọn tên khác.',
    'too-many': 'Danh sách này đã có 100 cách xem của anh, chị. Xóa bớt rồi lưu lại.',
  },
  api: {
    list: 'Cách xem đã lưu',
    get: 'Một cách xem',
    create: 'Lưu một cách xem',
    edit: 'Đổi tên, chia sẻ, ghim một cách xem',
    delete: 'Xóa một cách xem',
    restore: 'Khôi phục một cách xem',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
