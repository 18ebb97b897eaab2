import type { Texts } from './texts.ts';

export const en: Texts = {
  title: 'Changes against the earlier version',
  counts: (added, changed, removed, same) =>
    `${added} added, ${changed} changed, ${removed} left out, ${same} kept`,
  added: 'Added',
  changed: 'Changed',
  removed: 'Left out',
  none: 'None.',
  before: 'Earlier version',
  after: 'This version',
  row: 'Row',
  field: 'Field',
  kind: 'Kind',
  empty: 'empty',
  act: 'Pairing',
  word: 'Download the comparison (Word)',
  pdf: 'Download the comparison (PDF)',
};
