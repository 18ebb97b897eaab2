import type { Texts } from './texts.ts';

export const en: Texts = {
  title: 'Notices',
  bell: (n) => `Notices, ${n} unread`,
  bellNone: 'Notices, none unread',
  views: { label: 'Views', unread: 'Unread', all: 'All' },
  caption: 'Notices, the latest first',
  column: { what: 'Work', kind: 'What happened', who: 'By', when: 'At', deed: 'Open' },
  insteadOf: (name) => `In place of ${name}`,
  open: 'Open',
  openRecord: 'Open the record',
  said: 'What was said',
  openOf: (title) => `Open: ${title}`,
  choose: 'How I am told',
  mornings: 'Morning letters',
  readAll: 'Mark all as read',
  readAllDone: (n) => `${n} notices are marked as read.`,
  none: {
    unread: { title: 'Everything is read', text: 'News about your work will appear here.' },
    all: { title: 'No notices yet', text: 'News about your work will appear here.' },
    toAll: 'Show what was read',
  },
  kept: (days) => `Notices are kept ${days} days; the whole history stands with each record.`,
  pages: 'Pages of notices',
  shown: (n) => `${n} notices`,
  newest: 'Newest',
  older: 'Older',
  api: {
    list: 'List my notices',
    read: 'Mark a notice as read',
    readAll: 'Mark all notices as read',
  },
};
