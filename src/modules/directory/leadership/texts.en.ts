import type { Texts } from './texts.ts';

export const en: Texts = {
  title: 'Leaders in charge',
  lead: 'Who heads the office, and which leader is in charge of each unit. What is late is escalated along this.',
  chair: 'Head of the office',
  units: 'The leader in charge of each unit',
  nobody: 'Nobody named',
  from: 'Counts from',
  fromHint: 'Today or a later day. What counted before stays for the days before.',
  save: 'Save',
  saved: (version) => `Saved as version ${version}.`,
  none: 'Nobody has been named yet.',
  versions: 'Versions',
  version: (version, from) => `Version ${version}, from ${from}`,
  reuse: 'Use again',
  reuseOf: (version) => `Use again: version ${version}`,
  errorTitle: 'Not saved',
  missing: (count) =>
    `${count} units have no leader in charge: what is late there goes to the next step above.`,
  unreached: {
    title: 'Some leaders would not hear of late work',
    lead: 'Only who may read a task is told that it is late. Open the page of each, and give them an account or a role that lets them read tasks.',
    noAccount: 'has no account that is open.',
    noRight: (units) =>
      units ? `may not read the tasks of ${units}.` : 'may not read the tasks of the whole office.',
  },
  fault: {
    person: 'Choose somebody from the list.',
    from: 'Write the day as day/month/year, such as 15/05/2026.',
  },
  refusal: {
    'changed-meanwhile': 'Somebody else has just saved. Look again, then save.',
    past: 'The day must not be before today.',
    'unknown-officer': 'Somebody you chose has left.',
    'unknown-unit': 'One of the units has ended.',
    'unknown-version': 'There is no such version.',
  },
  api: { get: 'Leaders in charge today', set: 'Name leaders in charge' },
  onUnit: { title: 'Leader in charge', change: 'Change' },
};
