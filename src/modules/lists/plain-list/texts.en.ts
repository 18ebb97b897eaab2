import type { Texts } from './texts.ts';

export const en: Texts = {
  noMatch: { title: 'Nothing matches', text: 'Remove a filter or type fewer letters.' },
};
