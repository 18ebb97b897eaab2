import type { Texts } from './texts.ts';

export const en: Texts = {
  title: 'Somebody saved before you',
  lead: 'Nothing is lost. For each part that differs choose theirs or yours, then save once.',
  theirs: (who, at) => `${who} saved, ${at}`,
  stored: 'As it is stored',
  mine: 'You typed',
  empty: '(left empty)',
  yes: 'Yes',
  no: 'No',
  save: 'Save what was chosen',
  keep: 'Keep theirs',
};
