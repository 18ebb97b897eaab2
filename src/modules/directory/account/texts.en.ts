import type { Texts } from './texts.ts';

export const en: Texts = {
  title: 'My account',
  who: { title: 'Person', name: 'Full name', unit: 'Unit', signInName: 'Sign-in name', roles: 'Roles' },
  roles: {
    focal: 'Focal officer',
    'unit-head': 'Head of unit',
    officer: 'Officer',
    leader: 'Leader of the People’s Committee',
    clerk: 'One-stop officer',
    community: 'Village head',
    province: 'Provincial officer',
    admin: 'Administrator',
    auditor: 'Auditor',
  },
  password: {
    title: 'Password',
    never: 'Still the password that you were given first.',
    changedAt: (moment) => `Last changed at ${moment}.`,
    change: 'Change the password',
    changeTitle: 'Change the password',
    lead: 'Afterwards all your other devices are signed out.',
    fresh: 'New password',
    freshHint: (least) =>
      `At least ${least} characters. A sentence that you remember, with spaces and marks, is welcome; capitals, digits or signs are not demanded.`,
    again: 'New password again',
    submit: 'Change the password',
    cancel: 'Never mind, back to my account',
    errorTitle: 'The password is not changed yet',
    changed: 'The password is changed, and your other devices are signed out.',
    unlike: 'The two are not the same. Type both again.',
  },
  problem: {
    'password-short': (least) => `A password needs at least ${least} characters. Add a word or two.`,
    'password-long': (_least, most) => `The password is longer than ${most} characters. Leave out a part.`,
    'password-common': () =>
      'This password is among those tried first. Choose a sentence only you would think of.',
    'password-name': () => 'The password is hardly more than the sign-in name. Choose another sentence.',
  },
};
