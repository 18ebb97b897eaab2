import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

/** What the acts and records of the calendar are called in the audit. */
const vi = {
  acts: {
    'calendar.own-day.set': 'Đặt ngày riêng của cơ quan',
    'calendar.own-day.remove': 'Bỏ ngày riêng của cơ quan',
    'calendar.own-day.restore': 'Khôi phục ngày riêng của cơ quan',
  },
  kinds: { 'own-day': 'Ngày riêng của cơ quan' },
  fields: { on: 'Ngày', 'own-day.kind': 'Loại ngày', reason: 'Lý do', 'own-day.removed': 'Đã bỏ' },
  values: { 'own-day.kind': { off: 'nghỉ', work: 'làm việc' } },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
