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
  noMatch: { title: 'No commune matches', text: 'Try fewer letters, or all provinces.' },
  allProvinces: 'All',
  filtered: 'Shown:',
  remove: 'drop this condition',
  clear: 'Show all',
  dropped: 'A part of the address could not be read and counts for nothing',
  csv: 'Download the list (CSV)',
  csvHeader: ['Commune', 'Province', 'Code', 'Address of the page'],
};
