import type { Texts } from './texts.ts';

export const en: Texts = {
  part: { late: 'Late', today: 'Due today', soon: 'Due soon', waiting: 'Waiting for you' },
  due: (date) => `due ${date}`,
  late: (days) => `${days} working days late`,
  says: {
    approve: 'to be approved',
    again: 'sent back, to be done again',
    accept: 'to be accepted',
    give: 'to be given to somebody',
    'due-asked': 'another deadline is asked for',
    contribution: 'your part is awaited',
  },
};
