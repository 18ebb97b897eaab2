import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  change: 'Đổi hạn',
  ask: 'Xin đổi hạn',
  changeLead: (due: string) =>
    `Hạn hiện tại: ${due}. Hạn đầu vẫn được giữ trên nhiệm vụ và là hạn để tính số liệu.`,
  askLead: (due: string) =>
    `Hạn hiện tại: ${due}. Người phê duyệt nhiệm vụ quyết định; hạn cũ có hiệu lực cho đến lúc đó.`,
  dueOn: 'Hạn mới',
  dueHint: 'Ngày, ví dụ 15/05/2026.',
  reason: 'Lý do',
  reasonHint: 'Vì sao cần hạn khác; được giữ trong lịch sử của nhiệm vụ.',
  send: 'Gửi đề nghị',
  cancel: 'Quay lại nhiệm vụ',
  panel: 'Đề nghị đổi hạn đang chờ',
  waits: 'Đang chờ duyệt đổi hạn',
  from: 'Hạn hiện tại',
  to: 'Hạn xin đổi',
  asker: 'Người đề nghị',
  note: 'Ý kiến',
  noteHint: 'Bắt buộc khi từ chối.',
  grant: 'Đồng ý đổi hạn',
  refuse: 'Từ chối',
  withdraw: 'Rút đề nghị',
  closedDay: (day: string) => `Hạn xin đổi rơi vào ngày nghỉ: ${day}.`,
  answerTitle: 'Trả lời đề nghị đổi hạn',
  flash: {
    changed: 'Đã đổi hạn. Hạn đầu vẫn được giữ để tính số liệu.',
    asked: 'Đã gửi đề nghị đổi hạn, chờ duyệt.',
    withdrawn: 'Đã rút đề nghị đổi hạn.',
    granted: 'Đã đồng ý đổi hạn.',
    refused: 'Đã từ chối đổi hạn; nhiệm vụ giữ hạn hiện tại.',
  },
  outcome: { granted: 'đồng ý', refused: 'từ chối', withdrawn: 'rút lại', open: 'đang chờ' },
  decided: (who: string, what: string, when: string) => `${who} đã ${what} đề nghị này lúc ${when}.`,
  refusal: {
    'wrong-state': 'Nhiệm vụ đã kết thúc nên không đổi hạn được nữa.',
    'due-not-set': 'Nhiệm vụ chưa có ngày hạn. Ghi ngày hạn khi giao việc.',
    'due-same': 'Hạn mới trùng với hạn hiện tại. Chọn ngày khác.',
    'due-past': 'Hạn mới phải từ hôm nay trở đi.',
    'due-after-parent': 'Hạn của việc con không được sau hạn của nhiệm vụ lớn.',
    'due-asked': 'Có một đề nghị đổi hạn đang chờ. Trả lời đề nghị đó trước.',
    'decided-already': 'Đề nghị này đã được trả lời.',
    'due-moved':
      'Hạn của nhiệm vụ đã khác lúc gửi đề nghị. Từ chối đề nghị này, hoặc người đề nghị rút lại và gửi đề nghị mới.',
  },
  fault: {
    due: 'Ghi ngày theo dạng ngày/tháng/năm, ví dụ 15/05/2026.',
    reason: 'Ghi lý do đổi hạn, tối đa 2.000 ký tự.',
    note: 'Ý kiến tối đa 2.000 ký tự.',
    refuse: 'Ghi lý do từ chối, tối đa 2.000 ký tự.',
  },
  api: {
    list: 'Các đề nghị đổi hạn của nhiệm vụ, mới nhất trước',
    ask: 'Xin đổi hạn, với lý do',
    withdraw: 'Rút đề nghị đổi hạn',
    grant: 'Đồng ý đổi hạn như đề nghị',
    refuse: 'Từ chối đổi hạn, với lý do',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
