import type { Texts } from './texts.ts';

export const en: Texts = {
  title: 'Keyboard shortcuts',
  lead: 'Keys do nothing while you type in a field, by Telex and VNI as well.',
  close: 'Close',
  plainKeys: 'Single keys (/, ?, j, g…) can be turned off in',
  account: 'My account',
  inTurn: (first, second) => `${first} then ${second}`,
  everywhere: {
    title: 'Every page',
    find: 'Find and open',
    help: 'Show the shortcuts',
    make: 'Add something, on pages with such a button',
    edit: 'Edit, on pages with such a button',
  },
  go: {
    title: 'Go to',
    home: 'Overview',
    plans: 'Plans',
    tasks: 'Tasks',
    targets: 'Targets',
    calendar: 'Calendar',
    drafts: 'Drafts of plans',
    officers: 'Administration',
    system: 'System',
    account: 'My account',
  },
  list: {
    title: 'Lists',
    note: 'On pages with a list.',
    next: 'Next row',
    previous: 'Row before',
    open: 'Open the row',
    choose: 'Select the row, or let it go',
  },
  palette: {
    title: 'In Find and open',
    walk: 'Choose an answer',
    open: 'Open the chosen answer',
    close: 'Close',
  },
  review: { title: 'Review of a plan', note: 'On the page that reviews the draft of a plan.' },
};
