import type { Texts } from './texts.ts';

export const en: Texts = {
  actor: 'Writer of morning letters',
  title: 'Morning letter',
  titleOf: (weekday, date) => `Morning letter, ${weekday} ${date}`,
  lead: 'What the letter said, as it was written.',
  none: {
    title: 'No morning letters yet',
    text: 'A letter tells what is late, due today, due soon, waiting for you, and news not read. With nothing to say there is none.',
  },
  choose: 'How I am told',
  channel: { mail: 'E-mail', zalo: 'Zalo', sms: 'SMS' },
  madeAt: (channel, at) => `${channel}, written ${at}`,
  column: { what: 'What', instead: 'In place of' },
  more: (n) => `and ${n} more in the app`,
  earlier: 'Letters of earlier days',
  news: {
    escalation: 'Escalations not read',
    step: 'News of tasks not read',
    mention: 'Notes not read',
    report: 'News of reports not read',
  },
  newsLine: (what, who, at) => `${what}: ${who}, ${at}`,
  letter: {
    subject: (date, sums) => `Work on the morning of ${date}: ${sums}`,
    sum: (title, n) => `${n} ${title}`,
    head: (weekday, date, office) => `Morning of ${weekday}, ${date}, ${office}`,
    part: (title, n) => `${title} (${n})`,
    insteadOf: (text, name) => `${text} (in place of ${name})`,
    more: (n) => `  and ${n} more`,
    whole: (link) => `Read it in the app: ${link}`,
    choose: (link) => `Another hour, or no such letter: ${link}`,
  },
};
