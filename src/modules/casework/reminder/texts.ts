import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  actor: 'Máy nhắc hạn',
  today: 'Hôm nay đến hạn',
  before: (days: string) => `Còn ${days} ngày làm việc là đến hạn`,
  late: (days: string) => `Đã trễ ${days} ngày làm việc`,
  escalated: (days: string) => `Báo lên: đã trễ ${days} ngày làm việc`,
  firstDue: (date: string) => `Hạn đặt ban đầu: ${date}`,
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
