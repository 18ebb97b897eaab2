import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  ledger: 'Sổ đôn đốc',
  title: 'Bậc báo việc trễ',
  lead: 'Việc trễ hạn được báo lần lượt lên từng bậc, mỗi người một lần cho mỗi việc và mỗi hạn.',
  rung: {
    officer: 'Người làm',
    'unit-head': 'Trưởng đơn vị',
    'vice-chair': 'Lãnh đạo phụ trách',
    chair: 'Người đứng đầu cơ quan',
  },
  sentence: {
    officer: (days: string) => `Trễ từ ${days} ngày làm việc: báo người đang làm.`,
    'unit-head': (days: string) => `Trễ từ ${days} ngày làm việc: báo trưởng đơn vị chủ trì.`,
    'vice-chair': (days: string) => `Trễ từ ${days} ngày làm việc: báo lãnh đạo phụ trách đơn vị.`,
    chair: (days: string) => `Trễ từ ${days} ngày làm việc: báo người đứng đầu cơ quan.`,
  },
  empty: 'Bậc nào chưa có người thì báo bậc ngay trên.',
  inForce: {
    title: 'Đang áp dụng',
    off: 'Đang tắt: chưa ai được báo việc trễ theo bậc. Việc nhắc hạn từng người vẫn chạy.',
    on: (version: string, from: string) => `Đang bật theo bản ${version}, từ ngày ${from}.`,
    later: (version: string, from: string) => `Bản ${version} sẽ áp dụng từ ngày ${from}.`,
    turnOff: 'Tắt',
  },
  form: {
    title: 'Sửa các bậc',
    lead: 'Số ngày làm việc trễ mà từ đó mỗi bậc được báo. Để trống bậc không dùng. Lưu xong chưa báo ai: xem trước rồi mới bật.',
    suffix: 'ngày',
    save: 'Lưu và xem trước',
    errorTitle: 'Chưa lưu được',
    number: 'Ghi số ngày từ 1 đến 250, hoặc để trống.',
  },
  drawn: (version: string) => `Đã lưu bản ${version}. Xem trước dưới đây rồi bật.`,
  turnedOn: (from: string) => `Đã bật, áp dụng từ ngày ${from}.`,
  turnedOff: 'Đã tắt bậc báo việc trễ.',
  seats: {
    title: 'Có bậc chưa báo được',
    noChair: 'Chưa ghi ai đứng đầu cơ quan.',
    noLeaders: (count: string) => `${count} đơn vị chưa có lãnh đạo phụ trách.`,
    noHeads: (count: string) => `${count} đơn vị chưa có trưởng đơn vị.`,
    unreached: (count: string) =>
      `${count} lãnh đạo chưa có tài khoản hoặc chưa được xem nhiệm vụ nên sẽ không nhận được báo.`,
    link: 'Phân công lãnh đạo phụ trách',
  },
  versions: 'Các bản đã lưu',
  version: (version: string, from: string) => `Bản ${version}, từ ngày ${from}`,
  state: { drawn: 'Đã lưu, chưa bật', on: 'Bật', off: 'Tắt' },
  reuse: 'Dùng lại',
  reuseOf: (version: string) => `Dùng lại: bản ${version}`,
  refusal: {
    'no-step': 'Cần ít nhất một bậc.',
    days: 'Ghi số ngày từ 1 đến 250, hoặc để trống.',
    'not-rising': 'Bậc trên phải được báo sau bậc dưới: số ngày phải lớn hơn.',
    gap: 'Không được bỏ trống một bậc ở giữa.',
    'changed-meanwhile': 'Người khác vừa đổi các bậc. Xem lại rồi làm tiếp.',
    past: 'Ngày áp dụng không được trước hôm nay.',
    'on-already': 'Bản này đang bật.',
    'off-already': 'Bậc báo việc trễ đang tắt.',
    day: 'Ghi ngày theo dạng ngày/tháng/năm, ví dụ 15/05/2026.',
  },
  preview: {
    title: 'Xem trước sẽ báo ai',
    link: 'Xem trước sẽ báo ai',
    lead: (month: string) => `Nếu các bậc này đã bật, trong tháng ${month} những người sau đã được báo.`,
    facts:
      'Tính theo sự việc của tháng đó: bước và hạn của từng việc vào sáng hôm đó, ngày làm việc thật, trưởng đơn vị khi ấy. Người làm, và lãnh đạo phụ trách khi tháng đó chưa ghi, là người hiện nay.',
    month: 'Tháng',
    show: 'Xem',
    wrongMonth: 'Ghi tháng dạng 05/2026, không sau tháng này.',
    first: {
      title: 'Sáng đầu tiên sau khi bật',
      some: (people: string, tasks: string) => `${people} người được báo về ${tasks} việc đang trễ.`,
      none: 'Hôm nay không có việc nào trễ đến mức phải báo.',
      unheard: (count: string) =>
        `Trong đó ${count} lần báo không tới: người nhận chưa có tài khoản đang mở hoặc chưa được xem việc đó.`,
    },
    unheard: {
      title: (count: string) => `${count} lần báo không tới được người nhận`,
      text: (names: string) =>
        `${names}: chưa có tài khoản đang mở, hoặc vai trò chưa được xem những việc này. Giao vai trò được xem nhiệm vụ ở trang cán bộ, rồi xem trước lại.`,
      mark: (count: string) => `${count} lần không tới được`,
      link: 'Lãnh đạo phụ trách',
    },
    caption: 'Số lần báo theo người',
    who: 'Người được báo',
    unit: 'Đơn vị',
    total: 'Số lần báo',
    none: {
      title: 'Không ai được báo',
      text: 'Trong tháng này không có việc nào trễ đến mức phải báo theo các bậc này.',
    },
    noLadder: { title: 'Chưa có bậc nào', text: 'Lưu các bậc trước, rồi xem trước ở đây.' },
    listOf: (name: string) => `Những lần báo của ${name}`,
    list: 'Những lần báo',
    task: 'Nhiệm vụ',
    due: 'Hạn',
    on: 'Báo ngày',
    asRung: 'Báo với tư cách',
    everybody: 'Xem tất cả mọi người',
    unknown: 'Người đã nghỉ',
  },
  turnOn: {
    title: 'Bật các bậc này',
    from: 'Áp dụng từ ngày',
    hint: 'Từ sáng ngày làm việc đầu tiên kể từ ngày này.',
    button: 'Bật',
    already: 'Các bậc này đang bật.',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
