import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  dropped: 'Đã bỏ bản đang viết dở.',
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
