import type { Texts } from './texts.ts';

export const en: Texts = {
  title: 'Connected programs',
  lead: 'Other programs work with Sáu Rõ through the API under a name of their own, with the rights of one role. What they do stands in the audit log.',
  caption: 'The connected programs, by name',
  none: { title: 'No program yet', text: 'Name one and choose a role below, then make a key for it.' },
  add: 'Add a program',
  name: 'Name of the program',
  nameHint: 'For example: the one-stop system of the province.',
  role: 'Rights of the role',
  roleHint: 'A key of the program can have fewer rights, never more.',
  choose: 'Choose a role',
  tokens: 'Keys in use',
  ended: 'Out of use',
  endTitle: 'Take the program out of use',
  endText: 'No key of this program opens anything any more. It can be taken up again.',
  end: 'Take out of use',
  restoreText: 'The program is out of use: its keys open nothing.',
  restore: 'Take up again',
  created: 'The program was added. Make a key for it below.',
  endedDone: 'The program is out of use.',
  restored: 'The program is in use again.',
  errorTitle: 'Not saved yet',
  docs: 'API documentation',
  fault: {
    name: 'Give the name of the program, 80 characters at most.',
    roleId: 'Choose a role that is in use.',
    other: 'What was sent is not right.',
  },
  refusal: {
    'unknown-role': 'This role is no longer in use. Choose another.',
    'name-taken': 'There is a program of this name.',
    ended: 'This program is out of use.',
    'not-ended': 'This program is in use.',
  },
  inTrash: {
    noun: 'Program out of use',
    refusal: {
      'not-ended': 'The program is in use; there is nothing to restore.',
      'name-taken': 'Another program has this name. Take that one out of use first.',
    },
  },
};
