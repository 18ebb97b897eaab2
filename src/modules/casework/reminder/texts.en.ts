import type { Texts } from './texts.ts';

export const en: Texts = {
  actor: 'Deadline reminder',
  today: 'Due today',
  before: (days) => `Due in ${days} working days`,
  late: (days) => `Late by ${days} working days`,
  escalated: (days) => `Escalated: late by ${days} working days`,
  firstDue: (date) => `Deadline as first set: ${date}`,
};
