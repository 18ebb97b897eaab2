import type { Texts } from './texts.ts';

export const en: Texts = {
  title: 'Reminders',
  told: (count, day, name) => `Reminded ${count} times, last on ${day}: ${name}.`,
  escalated: (count) => `${count} of them escalated.`,
  lines: 'See in the ledger',
};
