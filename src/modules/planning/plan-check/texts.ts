import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import type { FindingCode, FindingDetails, HeadField, MendDeed } from './finding.ts';
import { en } from './texts.en.ts';

/** A finding's values, each already in the words of the language. */
export type DetailWords<Code extends FindingCode> = {
  readonly [Key in keyof FindingDetails[Code]]: string;
};

const vi = {
  check: {
    none: {
      title: 'Không thấy điểm nào cần sửa',
      text: 'Máy đã kiểm tra thời hạn, đơn vị, số thứ tự, chỉ tiêu và căn cứ.',
    },
    must: 'Phải sửa trước khi ban hành',
    should: 'Nên xem lại',
    more: (n: string) => `Còn ${n} điểm nữa, hiện dần khi các điểm trên đã sửa.`,
    open: 'Mở chỗ này',
    lines: (n: string) => `dòng ${n}`,
    place: (where: string) => `Mục ${where}`,
  },
  headField: { title: 'tên kế hoạch', years: 'năm thực hiện' } satisfies Record<HeadField, string>,
  title: {
    'head-incomplete': 'Thiếu thông tin chung',
    'lead-missing': 'Không có cơ quan chủ trì',
    'lead-several': 'Nhiều cơ quan cùng chủ trì',
    'lead-coordinates': 'Vừa chủ trì vừa phối hợp',
    'product-missing': 'Không có sản phẩm',
    'products-missing': 'Kế hoạch không ghi sản phẩm',
    'due-missing': 'Không có thời hạn',
    'due-not-understood': 'Chưa hiểu thời hạn',
    'due-day-off': 'Hạn rơi vào ngày nghỉ',
    'due-before-issue': 'Hạn trước ngày ban hành',
    'due-outside-years': 'Hạn ngoài năm kế hoạch',
    'hand-in-day-off': 'Hạn gửi báo cáo rơi vào ngày nghỉ',
    'hand-in-too-early': 'Gửi báo cáo khi chưa hết kỳ số liệu',
    'number-gap': 'Số thứ tự bị ngắt quãng',
    'number-twice': 'Số thứ tự bị trùng',
    'duty-two-leads': 'Một việc giao hai nơi chủ trì',
    'unit-abolished': 'Giao cho cơ quan không còn',
    'body-abolished': 'Tên cũ trong câu',
    'post-abolished': 'Chức danh cũ',
    'citation-date-impossible': 'Ngày văn bản không có thật',
    'citation-in-future': 'Văn bản có ngày ở tương lai',
    'citation-year-differs': 'Năm trong số và trong ngày khác nhau',
    'citation-two-dates': 'Một văn bản ghi hai ngày',
    'citation-number-short': 'Số văn bản thiếu năm',
    'target-contradiction': 'Chỉ tiêu mâu thuẫn',
    'target-without-measure': 'Chỉ tiêu chưa rõ đo gì',
    'target-without-unit': 'Chỉ tiêu không có đơn vị tính',
    'section-without-axis': 'Mục chưa rõ lĩnh vực',
    'section-empty': 'Mục không có nhiệm vụ',
    'axis-unserved': 'Lĩnh vực chưa có nhiệm vụ',
  } satisfies Record<FindingCode, string>,
  sentence: {
    'head-incomplete': ({ field }) => `Kế hoạch chưa ghi ${field}.`,
    'lead-missing': ({ task }) => `Nhiệm vụ ${task} chưa giao cơ quan nào chủ trì.`,
    'lead-several': ({ task, leads }) =>
      `Nhiệm vụ ${task} có nhiều cơ quan cùng chủ trì: ${leads}. Nên giao một cơ quan, các cơ quan khác phối hợp.`,
    'lead-coordinates': ({ task, unit }) => `Ở nhiệm vụ ${task}, ${unit} vừa chủ trì vừa phối hợp.`,
    'product-missing': ({ task }) => `Nhiệm vụ ${task} chưa ghi sản phẩm, kết quả.`,
    'products-missing': ({ count }) => `Cả ${count} nhiệm vụ của kế hoạch đều không ghi sản phẩm, kết quả.`,
    'due-missing': ({ task }) => `Nhiệm vụ ${task} chưa ghi thời hạn.`,
    'due-not-understood': ({ task, phrase }) =>
      `Chưa hiểu thời hạn “${phrase}” của nhiệm vụ ${task}. Ghi lại cho rõ để nhắc việc đúng hạn.`,
    'due-day-off': ({ task, due, working }) =>
      `Hạn ${due} của nhiệm vụ ${task} là ngày nghỉ; ngày làm việc gần nhất phù hợp là ${working}.`,
    'due-before-issue': ({ task, due, issued }) =>
      `Hạn ${due} của nhiệm vụ ${task} có trước ngày ban hành kế hoạch (${issued}).`,
    'due-outside-years': ({ task, due, years }) =>
      `Hạn ${due} của nhiệm vụ ${task} nằm ngoài thời gian của kế hoạch (${years}).`,
    'hand-in-day-off': ({ due, working }) =>
      `Hạn gửi báo cáo ${due} là ngày nghỉ; ngày làm việc liền trước là ${working}.`,
    'hand-in-too-early': ({ due, until }) =>
      `Hạn gửi báo cáo là ${due}, trong khi số liệu tính đến hết ngày ${until}.`,
    'number-gap': ({ after, found, missing }) =>
      after ? `Sau ${after} là ${found}, thiếu ${missing}.` : `Dãy số bắt đầu từ ${found}, thiếu ${missing}.`,
    'number-twice': ({ number }) => `Số ${number} được dùng hai lần.`,
    'duty-two-leads': ({ tasks, leads }) =>
      `Các nhiệm vụ ${tasks} gần như cùng một việc nhưng giao chủ trì khác nhau: ${leads}.`,
    'unit-abolished': ({ unit, until }) => `${unit} không còn từ ngày ${until}, không giao việc được.`,
    'body-abolished': ({ body, until }) => `“${body}” không còn từ ngày ${until}.`,
    'post-abolished': ({ post, until }) => `Chức danh “${post}” không còn từ ngày ${until}.`,
    'citation-date-impossible': ({ citation, date }) =>
      `${citation} ghi ngày ${date}; trong lịch không có ngày này.`,
    'citation-in-future': ({ citation, date, by }) => `${citation} ghi ngày ${date}, sau ngày ${by}.`,
    'citation-year-differs': ({ citation, date, year }) =>
      `${citation} có năm ${year} trong số nhưng ghi ngày ${date}.`,
    'citation-two-dates': ({ citation, dates }) => `${citation} được dẫn với nhiều ngày khác nhau: ${dates}.`,
    'citation-number-short': ({ citation, full }) =>
      `${citation} ghi thiếu năm; nơi khác trong kế hoạch ghi ${full}.`,
    'target-contradiction': ({ metric, one, other, unit }) =>
      `“${metric}” được đặt hai mức khác nhau: ${one} ${unit} và ${other} ${unit}.`,
    'target-without-measure': ({ text }) => `Chưa rõ chỉ tiêu này đo gì: “${text}”.`,
    'target-without-unit': ({ text }) => `Chỉ tiêu chưa có đơn vị tính: “${text}”.`,
    'section-without-axis': ({ section }) =>
      `Mục ${section} chưa gắn với lĩnh vực nào trong bảy lĩnh vực cải cách hành chính.`,
    'section-empty': ({ section }) => `Mục ${section} không có nhiệm vụ nào.`,
    'axis-unserved': ({ axis }) => `Lĩnh vực “${axis}” chưa có nhiệm vụ nào.`,
  } satisfies { readonly [Code in FindingCode]: (words: DetailWords<Code>) => string },
  mend: {
    'set-day': (day) => `Đổi thành ${day}`,
    'set-value': (value) => `Lấy mức ${value}`,
    'set-unit': (unit) => `Đổi thành ${unit}`,
    'set-number': (number) => `Ghi ${number}`,
    'set-axis': (axis) => `Xếp vào ${axis}`,
    rewrite: (words) => `Viết lại: ${words}`,
    'set-sole-lead': (unit) => `Giao ${unit} chủ trì, các cơ quan khác phối hợp`,
    'set-lead-of-both': (unit) => `Giao ${unit} chủ trì cả hai`,
    'drop-coordinator': (unit) => `Bỏ ${unit} khỏi phần phối hợp`,
    renumber: (range) => `Đánh số lại ${range}`,
  } satisfies Record<MendDeed, (shown: string) => string>,
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
