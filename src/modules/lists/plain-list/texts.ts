import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  noMatch: { title: 'Không có dòng nào khớp', text: 'Bỏ bớt điều kiện lọc hoặc gõ ít chữ hơn.' },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
