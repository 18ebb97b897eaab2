import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Lịch làm việc',
  lead: 'Ngày nghỉ lễ chung đã có sẵn. Ở đây ghi ngày riêng của cơ quan: ngày đóng cửa, ngày làm bù. Mọi cách tính ngày làm việc theo đó.',
  caption: 'Ngày riêng của cơ quan, mới nhất trước',
  none: { title: 'Chưa có ngày riêng', text: 'Cơ quan làm việc theo lịch chung.' },
  add: 'Ghi ngày',
  offOn: 'Nghỉ ngày',
  workOn: 'Làm việc ngày',
  dayHint: 'Dạng ngày/tháng/năm; ghi một trong hai, hoặc cả hai khi hoán đổi.',
  reason: 'Lý do',
  reasonHint: 'Ví dụ: Mất điện toàn xã, theo Thông báo 12/TB-UBND.',
  column: { on: 'Ngày', kind: 'Loại', reason: 'Lý do', certainty: 'Căn cứ', deed: 'Việc' },
  kind: { off: 'Nghỉ', work: 'Làm việc' },
  removed: 'Đã bỏ',
  remove: 'Bỏ',
  removeOf: (date: string) => `Bỏ ngày ${date}`,
  restore: 'Khôi phục',
  restoreOf: (date: string) => `Khôi phục ngày ${date}`,
  set: 'Đã ghi vào lịch.',
  removedDone: 'Đã bỏ khỏi lịch.',
  restored: 'Đã khôi phục.',
  common: 'Ngày nghỉ chung sắp tới',
  commonCaption: 'Ngày nghỉ và làm bù chung trong 13 tháng tới',
  certainty: { sourced: 'Theo văn bản', derived: 'Tính được', unverified: 'Dự kiến' },
  errorTitle: 'Chưa ghi được',
  fault: {
    offOn: 'Ghi ngày nghỉ hoặc ngày làm việc theo dạng ngày/tháng/năm, ví dụ 15/05/2026.',
    workOn: 'Ghi ngày theo dạng ngày/tháng/năm, ví dụ 16/05/2026.',
    reason: 'Ghi lý do, tối đa 200 ký tự.',
    other: 'Nội dung gửi lên chưa đúng.',
  },
  refusal: {
    'off-already': 'Ngày này vốn đã nghỉ.',
    'works-already': 'Ngày này vốn là ngày làm việc.',
    'set-already': 'Ngày này đã ghi trong lịch riêng. Bỏ ngày cũ trước.',
    removed: 'Ngày này đã bỏ.',
    'not-removed': 'Ngày này đang được tính.',
  },
  inTrash: {
    noun: 'Ngày riêng của cơ quan đã bỏ',
    refusal: {
      'not-removed': 'Ngày này đang có hiệu lực.',
      'set-already': 'Ngày này đã được ghi lại. Bỏ ngày đó trước khi khôi phục.',
    } as Readonly<Record<string, string>>,
  },
  api: {
    month: 'Ngày làm việc của một tháng',
    list: 'Ngày nghỉ, ngày làm bù riêng của cơ quan',
    set: 'Đặt ngày nghỉ, làm bù hoặc hoán đổi',
    remove: 'Bỏ một ngày riêng',
    restore: 'Khôi phục một ngày riêng',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
