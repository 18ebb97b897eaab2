import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  panel: 'Việc con',
  caption: 'Việc con của nhiệm vụ này',
  title: 'Việc con',
  due: 'Thời hạn',
  assignee: 'Người thực hiện',
  noOne: 'Chưa có',
  doneOf: (done: string, total: string) => `Xong ${done}/${total}`,
  add: 'Chia việc con',
  page: 'Chia việc con',
  lead: 'Việc con có người làm, hạn, nộp và duyệt riêng, và không tính thêm vào số nhiệm vụ của kế hoạch. Hủy nhiệm vụ lớn thì việc con cũng hủy.',
  name: 'Tên việc con',
  nameHint: 'Bắt đầu bằng động từ, ví dụ: Tổng hợp số liệu của các thôn.',
  unit: 'Đơn vị',
  approver: 'Người phê duyệt',
  approverHint: 'Thường là người thực hiện nhiệm vụ lớn.',
  dueHint: (latest: string) => `Không sau ${latest}, hạn của nhiệm vụ lớn.`,
  dueAny: 'Ví dụ 15/05/2026.',
  product: 'Sản phẩm',
  productHint: 'Văn bản hoặc kết quả phải nộp; thiếu thì việc con chưa tính là đã giao.',
  choose: 'Chưa chọn',
  finding: { none: 'Không có dòng nào khớp', found: 'Có {n} dòng khớp' },
  save: 'Thêm việc con',
  back: 'Quay lại nhiệm vụ',
  errorTitle: 'Chưa lưu được',
  added: 'Đã thêm việc con.',
  of: 'Việc con của một nhiệm vụ lớn',
  openParent: 'Xem nhiệm vụ lớn',
  open: (count: string) => `Còn ${count} việc con chưa xong`,
  openText: 'Nộp bây giờ phải ghi giải trình: vì sao nộp khi việc con chưa xong.',
  dueAfterParent: (due: string, latest: string) =>
    `Hạn việc con ${due} sau hạn nhiệm vụ lớn ${latest}. Chọn ngày từ ${latest} trở về trước, hoặc đổi hạn nhiệm vụ lớn trước.`,
  refusal: {
    'wrong-state': 'Nhiệm vụ không còn ở bước chia được việc con. Xem lại trạng thái hiện tại.',
    'unknown-choice': 'Người hoặc đơn vị đã chọn không còn trong danh sách. Chọn lại.',
    'too-many': 'Một nhiệm vụ có tối đa 100 việc con.',
  },
  fault: {
    title: 'Ghi tên việc con, tối đa 500 ký tự.',
    product: 'Tên sản phẩm tối đa 500 ký tự.',
    due: 'Ghi ngày theo dạng ngày/tháng/năm, ví dụ 15/05/2026.',
    choice: 'Chọn một mục trong danh sách.',
  },
  api: {
    list: 'Việc con của nhiệm vụ',
    add: 'Thêm một việc con',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
