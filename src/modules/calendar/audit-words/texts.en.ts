import type { Texts } from './texts.ts';

export const en: Texts = {
  acts: {
    'calendar.own-day.set': 'Set a day of the office',
    'calendar.own-day.remove': 'Take back a day of the office',
    'calendar.own-day.restore': 'Restore a day of the office',
  },
  kinds: { 'own-day': 'Day of the office' },
  fields: { on: 'Day', 'own-day.kind': 'Kind of day', reason: 'Reason', 'own-day.removed': 'Taken back' },
  values: { 'own-day.kind': { off: 'closed', work: 'working' } },
};
