import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Đơn vị',
  lead: 'Phòng, trung tâm, đoàn thể, thôn của cơ quan. Thứ tự ở đây là thứ tự trong mọi danh sách.',
  caption: 'Các đơn vị theo thứ tự',
  add: 'Thêm đơn vị',
  newTitle: 'Thêm đơn vị',
  editTitle: 'Sửa đơn vị',
  save: 'Lưu',
  back: 'Quay lại danh sách',
  column: { name: 'Tên', officers: 'Cán bộ', state: 'Trạng thái', order: 'Thứ tự' },
  state: {
    standing: 'Đang hoạt động',
    collective: 'Tên gọi chung',
    ended: (date: string) => `Kết thúc ${date}`,
  },
  states: { 'dang-dung': 'Đang hoạt động', 'ten-chung': 'Tên gọi chung', 'da-ket-thuc': 'Đã kết thúc' },
  officerCount: 'Số cán bộ',
  none: { title: 'Chưa có đơn vị nào', text: 'Thêm phòng, trung tâm, đoàn thể, thôn của cơ quan.' },
  restoreMany: 'Khôi phục đơn vị',
  up: 'Lên',
  down: 'Xuống',
  upOf: (name: string) => `Lên: ${name}`,
  downOf: (name: string) => `Xuống: ${name}`,
  name: 'Tên đơn vị',
  nameHint: 'Tên đầy đủ như trong quyết định thành lập, ví dụ: Phòng Văn hóa - Xã hội.',
  collective: 'Đây là tên gọi chung',
  collectiveHint: 'Ví dụ "Các cơ quan, đơn vị liên quan": đứng thay nhiều đơn vị, không có cán bộ riêng.',
  end: 'Kết thúc đơn vị',
  endText: 'Đơn vị không bị xóa: việc đã giao vẫn giữ tên, chỉ không chọn được nữa. Có thể khôi phục.',
  endOn: 'Ngày kết thúc',
  endHint: 'Dạng ngày/tháng/năm, không sau hôm nay.',
  endReason: 'Lý do',
  endReasonHint: 'Ví dụ: sáp nhập thôn theo nghị quyết. Hiện trong thùng rác.',
  restore: 'Khôi phục',
  restoreText: 'Đơn vị trở lại mọi danh sách, giữ tên cũ.',
  created: 'Đã thêm đơn vị.',
  edited: 'Đã lưu đơn vị.',
  reordered: 'Đã đổi thứ tự.',
  ended: 'Đã kết thúc đơn vị.',
  restored: 'Đã khôi phục đơn vị.',
  errorTitle: 'Chưa lưu được',
  fault: {
    name: 'Ghi tên đơn vị, tối đa 200 ký tự.',
    endOn: 'Ghi ngày theo dạng ngày/tháng/năm, ví dụ 15/05/2026.',
    other: 'Nội dung gửi lên chưa đúng.',
  },
  refusal: {
    'name-taken':
      'Cơ quan đã có đơn vị tên này (không phân biệt hoa thường, dấu). Nếu đơn vị đã kết thúc, hãy khôi phục.',
    'has-officers': 'Đơn vị còn cán bộ. Chuyển họ sang đơn vị khác hoặc cho kết thúc trước.',
    ended: 'Đơn vị đã kết thúc từ trước.',
    'not-ended': 'Đơn vị đang hoạt động.',
    'day-to-come': 'Ngày kết thúc không được sau hôm nay.',
  },
  inTrash: {
    noun: 'Đơn vị đã kết thúc',
    refusal: { 'not-ended': 'Đơn vị đang hoạt động, không cần khôi phục.' } as Readonly<
      Record<string, string>
    >,
  },
  api: {
    export: 'Tệp danh sách đơn vị',
    list: 'Danh sách đơn vị',
    get: 'Một đơn vị',
    create: 'Thêm đơn vị',
    edit: 'Đổi tên đơn vị',
    reorder: 'Đưa đơn vị lên hoặc xuống một chỗ',
    end: 'Kết thúc đơn vị',
    restore: 'Khôi phục đơn vị',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
