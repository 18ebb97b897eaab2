import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  'task-assigned': 'Giao cho anh, chị',
  'task-moved': 'Chuyển sang người khác',
  'task-changed': 'Đổi cách giao',
  'task-opened': 'Bắt đầu tính hạn',
  'task-submitted': 'Chờ duyệt',
  'task-approved': 'Đã duyệt',
  'task-sent-back': 'Trả lại để làm tiếp',
  'task-declined': 'Không nhận việc',
  'task-cancelled': 'Đã hủy',
  'task-reopened': 'Mở lại',
  'task-taken-back': 'Rút lại bước vừa làm',
  'task-due-asked': 'Xin đổi hạn',
  'task-due-moved': 'Đã đổi hạn',
  'task-due-refused': 'Từ chối đổi hạn',
  'task-amended': 'Kế hoạch sửa đổi thay đổi việc này',
  'task-dropped': 'Kế hoạch sửa đổi không còn việc này',
  'task-restored': 'Trở lại như trước khi sửa đổi kế hoạch',
  'contribution-asked': 'Đề nghị đơn vị phối hợp',
  'contribution-withdrawn': 'Thôi đề nghị phối hợp',
  'contribution-given': 'Phụ trách phần phối hợp của đơn vị',
  'contribution-accepted': 'Đơn vị phối hợp nhận phần việc',
  'contribution-made': 'Đơn vị phối hợp nộp phần việc',
  'contribution-declined': 'Đơn vị phối hợp từ chối',
  'contribution-sent-back': 'Trả lại phần phối hợp để làm tiếp',
  mentioned: 'Nhắc đến anh, chị',
  noted: 'Đang theo dõi: có ghi chú mới',
  followed: (event: string) => `Đang theo dõi: ${event}`,
  other: 'Có thay đổi',
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
