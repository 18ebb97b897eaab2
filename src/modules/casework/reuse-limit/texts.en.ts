import type { Texts } from './texts.ts';

export const en: Texts = {
  title: 'Evidence used often',
  lead: 'One proof of too many records seldom proves each of them. Beyond this number a flag asks for a second look.',
  mostRecords: 'Flag what serves more than',
  hint: 'A number of records, from 1 to 1,000.',
  save: 'Save',
  saved: 'Saved.',
  errorTitle: 'Not saved yet',
  fault: 'Give a number from 1 to 1,000.',
  api: {
    get: 'How many records a proof may serve before it is flagged',
    set: 'Set how many records a proof may serve before it is flagged',
  },
};
