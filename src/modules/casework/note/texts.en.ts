import type { Texts } from './texts.ts';

export const en: Texts = {
  title: 'Notes',
  by: (name) => `Note · ${name}`,
  edited: 'edited',
  more: 'Look, edit, remove',
  moreOf: (name) => `Look at, edit or remove the note by ${name}`,
  write: 'Write a note',
  text: 'What it says',
  textHint: 'Type @ and a name to mention somebody, such as @Phạm Văn Sơn.',
  choose: 'Choose whom to mention',
  send: 'Send the note',
  mentions: 'Mentions',
  mentionsHint: 'Whoever is mentioned follows this from then on. Ten people at most.',
  page: {
    newTitle: 'Write a note',
    lead: (title) => `Note on: ${title}`,
    of: (name, when) => `Note by ${name}, ${when}`,
    edit: 'Edit the note',
    editLead: 'It can be edited for 24 hours. What it said before stays below.',
    save: 'Save the note',
    versions: 'What it said',
    version: (count) => `Version ${count}`,
    now: 'now',
    remove: 'Remove the note',
    removeLead: 'The note goes into the trash for 30 days and can be brought back in that time.',
    back: 'Back to the record',
  },
  deed: {
    written: 'The note was sent.',
    edited: 'The note was edited.',
    removed: 'The note was removed.',
    restored: 'The note was brought back.',
  },
  errorTitle: 'The note was not sent',
  refusal: {
    'unknown-name': (detail) =>
      `No officer is called “${detail.name}”: check the name after @, or choose from the list.`,
    'ambiguous-name': (detail) =>
      `${detail.count} people are called “${detail.name}”: give the whole name, or choose the right one from the list.`,
    'unknown-person': () => 'Somebody who was chosen is no officer any more: choose again.',
    'too-many-mentions': () => 'One note mentions ten people at most: mention fewer.',
    'cannot-see': (detail) =>
      `${detail.name} does not see this and cannot be mentioned: choose somebody else, or have the right given.`,
    'too-many': () => 'This record has too many notes: remove some and write again.',
    removed: () => 'This note was removed.',
    'not-removed': () => 'This note is not in the trash any more.',
    'too-late': () => 'A note cannot be edited after 24 hours: write another one that corrects it.',
    'changed-meanwhile': () => 'The note was edited elsewhere: look at it, then edit it if need be.',
  },
  fault: {
    text: 'Say something, in 2,000 letters at most, without letters that cannot be seen.',
    mentions: 'Mention ten people at most.',
    version: 'This page is old: open it again and go on.',
    other: 'This is not right yet.',
  },
  api: {
    list: 'Notes on the record',
    write: 'Write a note',
    edit: 'Edit a note of one’s own',
    remove: 'Remove a note',
    restore: 'Bring a removed note back',
  },
  inTrash: {
    noun: 'Removed note',
    refusal: { 'not-removed': 'This note is not in the trash any more.' },
  },
};
