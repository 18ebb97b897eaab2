import type { Texts } from './texts.ts';

export const en: Texts = {
  fields: {
    name: 'Name of the plan or file',
    file: 'File name',
    state: 'State',
    origin: 'Begun from',
    origins: {
      file: 'An uploaded file',
      pasted: 'Pasted words',
      blank: 'An empty draft',
      'earlier-plan': 'A plan of an earlier year',
      'higher-plan': 'A plan of the level above',
    },
    by: 'Entered by',
    day: 'Entered on',
  },
  discard: 'Put the chosen drafts aside',
  reasonTooLong: 'The reason has at most 300 characters.',
  api: { export: 'Export the list of drafts' },
  reason: {
    'wrong-state': 'It is being read, has become a plan, or is put aside already.',
  },
};
