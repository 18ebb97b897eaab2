import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Vắng mặt, làm thay',
  lead: 'Trong những ngày vắng, người làm thay được làm với nhiệm vụ đúng những gì người vắng được làm.',
  caption: 'Các đợt vắng mặt, mới nhất trước',
  none: { title: 'Chưa ghi đợt vắng nào', text: 'Ghi người vắng, người làm thay và khoảng ngày ở dưới.' },
  unit: 'Đơn vị của người vắng',
  many: { cancel: 'Hủy đợt vắng', restore: 'Khôi phục đợt vắng' },
  add: 'Ghi vắng mặt',
  officer: 'Người vắng',
  substitute: 'Người làm thay',
  choose: 'Chọn người',
  finding: { none: 'Không có ai khớp', found: 'Có {n} người khớp' },
  fromOn: 'Từ ngày',
  toOn: 'Đến hết ngày',
  dayHint: 'Dạng ngày/tháng/năm.',
  reason: 'Lý do',
  reasonHint: 'Ví dụ: nghỉ phép, đi học, nghỉ thai sản.',
  column: {
    officer: 'Người vắng',
    substitute: 'Làm thay',
    days: 'Thời gian',
    state: 'Trạng thái',
    deed: 'Việc',
  },
  days: (from: string, to: string) => `${from} – ${to}`,
  state: { cancelled: 'Đã hủy', over: 'Đã qua', now: 'Đang vắng', 'to-come': 'Sắp tới' },
  cancel: 'Hủy',
  cancelOf: (name: string) => `Hủy: đợt vắng của ${name}`,
  restore: 'Khôi phục',
  restoreOf: (name: string) => `Khôi phục: đợt vắng của ${name}`,
  recorded: 'Đã ghi vắng mặt.',
  cancelledDone: 'Đã hủy đợt vắng.',
  restored: 'Đã khôi phục đợt vắng.',
  errorTitle: 'Chưa ghi được',
  fault: {
    officerId: 'Chọn người vắng.',
    substituteId: 'Chọn người làm thay, khác người vắng.',
    fromOn: 'Ghi ngày theo dạng ngày/tháng/năm, ví dụ 15/05/2026.',
    toOn: 'Ghi ngày theo dạng ngày/tháng/năm, không trước ngày đầu.',
    reason: 'Ghi lý do, tối đa 200 ký tự.',
    other: 'Nội dung gửi lên chưa đúng.',
  },
  refusal: {
    overlaps: 'Người này đã có đợt vắng trong những ngày đó.',
    'substitute-away': 'Người làm thay cũng vắng trong những ngày đó. Chọn người khác.',
    left: 'Người đã chọn không còn làm việc.',
    'too-long': 'Một đợt vắng dài nhất một năm; lâu hơn thì chuyển hoặc cho nghỉ.',
    cancelled: 'Đợt vắng này đã hủy.',
    'not-cancelled': 'Đợt vắng này đang được tính.',
  },
  inTrash: {
    noun: 'Lượt vắng mặt đã hủy',
    refusal: {
      'not-cancelled': 'Lượt vắng mặt đang có hiệu lực.',
      overlaps: 'Cán bộ đã có lượt vắng mặt khác trùng ngày. Hủy lượt đó trước.',
      'substitute-away': 'Người làm thay cũng vắng trong những ngày này. Ghi lượt mới với người khác.',
    } as Readonly<Record<string, string>>,
  },
  api: {
    export: 'Tệp danh sách vắng mặt',
    list: 'Danh sách đợt vắng mặt',
    record: 'Ghi vắng mặt và người làm thay',
    cancel: 'Hủy đợt vắng',
    restore: 'Khôi phục đợt vắng',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
