import type { Texts } from './texts.ts';

export const en: Texts = {
  title: 'Administrative reform in the communes',
  lead: 'Each commune publishes its plan, tasks and targets of administrative reform, for everyone to follow.',
  search: 'Find a commune',
  hint: 'With or without diacritics',
  submit: 'Find',
  caption: 'Communes',
  name: 'Commune',
  province: 'Province',
  none: 'No commune is on this system yet.',
  noMatch: 'No commune matches. Try fewer letters.',
};
