import type { Texts } from './texts.ts';

export const en: Texts = {
  title: 'Trash',
  lead: (days) =>
    `What was put aside, taken back or ended. It can be restored for ${days} days; after that the system removes it for good or keeps it as history only.`,
  filter: { label: 'Filter by kind', kind: 'Kind', all: 'All', submit: 'Filter' },
  caption: 'What is in the trash, the latest first',
  column: { what: 'What', who: 'By', when: 'When', why: 'Reason', left: 'Left', deed: 'Restore' },
  noReason: 'None given',
  left: (days) => `${days} days`,
  lastDay: 'Today',
  restore: 'Restore',
  restoreOf: (title) => `Restore: ${title}`,
  restored: (title) => `Restored: ${title}`,
  notRestored: (title, why) => `"${title}" could not be restored. ${why}`,
  none: {
    title: 'The trash is empty',
    text: 'What you put aside or end stands here for some time, with who did it and why.',
  },
  older: 'Older',
  newest: 'To the newest',
  pages: 'Pages of the trash',
  shown: (count) => `${count} on this page`,
  purger: 'Trash collection',
  api: { list: 'The trash: what can be brought back', restore: 'Bring an entry back' },
};
