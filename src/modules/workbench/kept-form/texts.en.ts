import type { Texts } from './texts.ts';

export const en: Texts = {
  dropped: 'What was typed before was given up.',
};
