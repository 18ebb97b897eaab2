import type { Translation } from '#platform/i18n/texts.ts';
import type { SystemTexts } from './texts.ts';

export const en: Translation<SystemTexts> = {
  title: 'System',
  lead: (time) => `As of ${time}. The page asks again every 30 seconds.`,
  verdicts: { good: 'Good', attention: 'Look at it', bad: 'Put right' },
  overall: {
    good: 'The system is well',
    attention: 'The system runs; something wants a look',
    bad: 'Something in the system must be put right',
  },
  overallText: {
    good: 'Everybody can work as usual; nothing needs doing.',
    attention: 'Everybody can still work. Look at the marked line below today.',
    bad: 'Show this page to whoever looks after the server: the marked line below says what to do.',
  },
  closedWay: {
    title: (way) => `Not working: ${way}`,
    text: (count) => `${count} letters wait and go out once it works again.`,
    open: 'See the ways to send',
  },
  paused: {
    title: (name) => `Sending to ${name} has been paused`,
    text: (waiting) =>
      `The receiver accepted nothing for days; ${waiting} messages wait and none is lost. Look at the receiver, then let it go on.`,
    open: 'Open the address',
  },
  partsTitle: 'Part by part',
  parts: {
    database: 'Where data is kept',
    migrations: 'Version of the data',
    worker: 'Background work',
    queue: 'Waiting work',
    backup: 'Backup',
    restore: 'Trial of a restore',
  },
  database: 'Can be read and written.',
  migrations: {
    good: 'Fits the program that runs.',
    bad: (count) => `${count} steps are missing: run "./sauro migrate" on the server.`,
  },
  worker: {
    good: 'Reads plans and does the other work in the background.',
    bad: (time) =>
      `Not seen since ${time}: plans that are uploaded now will not be read. Start Sáu Rõ again on the server.`,
    never: 'Never ran: plans that are uploaded now will not be read. Run "./sauro worker" on the server.',
  },
  queue: {
    good: (count) => (count === '0' ? 'Nothing waits.' : `${count} jobs wait for their turn.`),
    slow: (count, time) => `${count} jobs wait, the oldest since ${time}.`,
    givenUp: (count) =>
      `${count} jobs were tried many times and did not succeed: whoever looks after the server reads the log and runs "./sauro doctor".`,
  },
  backup: {
    made: (time, size) => `The newest is of ${time}, ${size} MB.`,
    old: (time) => `The newest is of ${time}: run "./sauro backup" on the server.`,
    never: 'There is none yet: run "./sauro backup" on the server and keep the file on another machine.',
  },
  restore: {
    proved: (time, file, rows) =>
      `The last trial was at ${time}: the file ${file} can be restored, ${rows} rows are the same.`,
    auditWhole: (lines) => `The audit in it is whole; ${lines} lines were checked.`,
    auditFaulty: (faults) =>
      `The audit in it does not hold at ${faults} places: whoever looks after the server runs "./sauro doctor" to learn where.`,
    old: 'That is more than 35 days ago: run "./sauro restore --rehearse" on the server.',
    never:
      'Never tried: run "./sauro restore --rehearse" on the server to be sure that a backup can be used.',
  },
  api: {
    get: 'How the system stands',
  },
};
