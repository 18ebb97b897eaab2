import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  title: 'Đôn đốc',
  told: (count: string, day: string, name: string) => `Đã nhắc ${count} lần, lần cuối ngày ${day}: ${name}.`,
  escalated: (count: string) => `Trong đó ${count} lần báo lên bậc trên.`,
  lines: 'Xem trong sổ đôn đốc',
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
