import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import type { EditRefusal } from './commands/edit.server.ts';
import type { WriteRefusal } from './commands/write.server.ts';
import { en } from './texts.en.ts';

type Detail = Readonly<Record<string, string | number>>;
type Refusal = WriteRefusal | EditRefusal | 'not-removed';

const refusal: Readonly<Record<Refusal, (detail: Detail) => string>> = {
  'unknown-name': (detail) =>
    `Không có cán bộ nào tên “${detail.name}”: kiểm tra lại họ tên sau dấu @, hoặc chọn trong danh sách.`,
  'ambiguous-name': (detail) =>
    `Có ${detail.count} người tên “${detail.name}”: ghi đủ họ tên, hoặc chọn đúng người trong danh sách.`,
  'unknown-person': () => 'Người được chọn không còn trong danh sách cán bộ: chọn lại.',
  'too-many-mentions': () => 'Nhắc nhiều nhất 10 người trong một ghi chú: bớt lại.',
  'cannot-see': (detail) =>
    `${detail.name} không xem được việc này nên không nhắc được: chọn người khác, hoặc nhờ người phụ trách giao quyền.`,
  'too-many': () => 'Bản ghi này đã có quá nhiều ghi chú: xóa bớt rồi viết tiếp.',
  removed: () => 'Ghi chú này đã bị xóa.',
  'not-removed': () => 'Ghi chú này không còn trong thùng rác.',
  'too-late': () => 'Đã quá 24 giờ nên không sửa được ghi chú: viết ghi chú mới để đính chính.',
  'changed-meanwhile': () => 'Ghi chú vừa được sửa ở nơi khác: xem lại rồi sửa tiếp nếu cần.',
};

const vi = {
  title: 'Ghi chú',
  by: (name: string) => `Ghi chú · ${name}`,
  edited: 'đã sửa',
  more: 'Xem, sửa, xóa',
  moreOf: (name: string) => `Xem, sửa, xóa ghi chú của ${name}`,
  write: 'Viết ghi chú',
  text: 'Nội dung',
  textHint: 'Gõ @ và họ tên để nhắc một người, ví dụ @Phạm Văn Sơn.',
  choose: 'Chọn người để nhắc',
  send: 'Gửi ghi chú',
  mentions: 'Nhắc tới',
  mentionsHint: 'Người được nhắc sẽ theo dõi việc này. Nhiều nhất 10 người.',
  page: {
    newTitle: 'Viết ghi chú',
    lead: (title: string) => `Ghi chú của: ${title}`,
    of: (name: string, when: string) => `Ghi chú của ${name}, ${when}`,
    edit: 'Sửa ghi chú',
    editLead: 'Sửa được trong 24 giờ sau khi viết. Nội dung trước khi sửa vẫn giữ lại ở dưới.',
    save: 'Lưu ghi chú',
    versions: 'Các lần viết',
    version: (count: string) => `Lần ${count}`,
    now: 'đang dùng',
    remove: 'Xóa ghi chú',
    removeLead: 'Ghi chú vào thùng rác 30 ngày và khôi phục được trong thời gian đó.',
    back: 'Về bản ghi',
  },
  deed: {
    written: 'Đã gửi ghi chú.',
    edited: 'Đã sửa ghi chú.',
    removed: 'Đã xóa ghi chú.',
    restored: 'Đã khôi phục ghi chú.',
  },
  errorTitle: 'Chưa gửi được ghi chú',
  refusal,
  fault: {
    text: 'Ghi nội dung, nhiều nhất 2.000 ký tự, không có ký tự ẩn.',
    mentions: 'Nhắc nhiều nhất 10 người.',
    version: 'Trang này đã cũ: mở lại rồi làm tiếp.',
    other: 'Nội dung này chưa đúng.',
  },
  api: {
    list: 'Ghi chú của bản ghi',
    write: 'Viết ghi chú',
    edit: 'Sửa ghi chú của mình',
    remove: 'Xóa ghi chú',
    restore: 'Khôi phục ghi chú đã xóa',
  },
  inTrash: {
    noun: 'Ghi chú đã xóa',
    refusal: { 'not-removed': 'Ghi chú này không còn trong thùng rác.' } as Readonly<Record<string, string>>,
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
