import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './amend-texts.en.ts';

const vi = {
  title: 'Sửa đổi, thay thế kế hoạch đã ban hành',
  plan: 'Kế hoạch được thay thế',
  hint: 'Chọn khi bản này sửa đổi hoặc thay thế một kế hoạch đang có hiệu lực. Nhiệm vụ không đổi giữ nguyên tiến độ, minh chứng, nhật ký.',
  none: 'Không thay thế kế hoạch nào',
  submit: 'Lưu lựa chọn',
  compare: 'Xem thay đổi so với bản trước',
  saved: 'Đã lưu lựa chọn.',
  pairLabel: 'Là bản sửa của',
  pairNew: 'Nội dung mới, không sửa dòng nào',
  pairSubmit: 'Ghép',
  unpair: 'Không phải cùng một nội dung',
  back: 'Quay lại soát',
  noPlan: 'Bản dự thảo này không thay thế kế hoạch nào, nên không có gì để so sánh.',
};

export type AmendTexts = Translation<typeof vi>;
export const amendTexts = defineTexts(vi, en);
