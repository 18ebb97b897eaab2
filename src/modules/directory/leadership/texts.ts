import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Lãnh đạo phụ trách',
  lead: 'Ai đứng đầu cơ quan và lãnh đạo nào phụ trách từng đơn vị. Việc trễ được báo lên theo phân công này.',
  chair: 'Người đứng đầu cơ quan',
  units: 'Lãnh đạo phụ trách từng đơn vị',
  nobody: 'Chưa phân công',
  from: 'Áp dụng từ ngày',
  fromHint: 'Hôm nay hoặc một ngày sau. Phân công trước vẫn đúng với những ngày trước đó.',
  save: 'Lưu phân công',
  saved: (version: string) => `Đã lưu phân công, bản ${version}.`,
  none: 'Chưa có phân công nào.',
  versions: 'Các lần phân công',
  version: (version: string, from: string) => `Bản ${version}, từ ngày ${from}`,
  reuse: 'Dùng lại',
  reuseOf: (version: string) => `Dùng lại: bản ${version}`,
  errorTitle: 'Chưa lưu được',
  missing: (count: string) =>
    `${count} đơn vị chưa có lãnh đạo phụ trách: việc trễ của các đơn vị này báo thẳng lên bậc trên.`,
  unreached: {
    title: 'Có lãnh đạo không nhận được báo việc trễ',
    lead: 'Việc trễ chỉ báo cho người được xem việc đó. Mở trang của từng người, cấp tài khoản hoặc giao vai trò được xem nhiệm vụ.',
    noAccount: 'chưa có tài khoản đang mở.',
    noRight: (units: string) =>
      units ? `chưa được xem nhiệm vụ của ${units}.` : 'chưa được xem nhiệm vụ của toàn cơ quan.',
  },
  fault: {
    person: 'Chọn một người trong danh sách.',
    from: 'Ghi ngày theo dạng ngày/tháng/năm, ví dụ 15/05/2026.',
  },
  refusal: {
    'changed-meanwhile': 'Người khác vừa lưu phân công. Xem lại rồi lưu.',
    past: 'Ngày áp dụng không được trước hôm nay.',
    'unknown-officer': 'Có người đã chọn không còn làm việc.',
    'unknown-unit': 'Có đơn vị đã kết thúc.',
    'unknown-version': 'Không có bản phân công này.',
  },
  api: { get: 'Lãnh đạo phụ trách hôm nay', set: 'Phân công lãnh đạo phụ trách' },
  onUnit: { title: 'Lãnh đạo phụ trách', change: 'Đổi phân công' },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
