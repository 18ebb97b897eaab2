import { defineTexts, type Translation } from '#platform/i18n/texts.ts';
import { en } from './texts.en.ts';

const vi = {
  letter: {
    program: 'Sáu Rõ',
    several: (count: string) => `${count} việc cần bạn biết`,
    more: (count: string) => `Còn ${count} thông báo khác trong phần mềm.`,
    from: (office: string) => `Sáu Rõ, ${office}`,
    choice: 'Thư tự động, không cần trả lời. Cách nhận thư: mục Tài khoản trong phần mềm.',
  },
};

export type Texts = Translation<typeof vi>;
export const texts = defineTexts(vi, en);
