import type { Texts } from './texts.ts';

export const en: Texts = {
  signIn: (label) => `Sign in with ${label}`,
  refusal: {
    'not-vouched': 'The other system did not let you in. Try again from the start.',
    'unknown-person': 'There is no account of this name here. Ask the administrator to open one.',
    'other-person':
      'The account of this name is bound to somebody else in the other system. Ask the administrator to look into it.',
    'no-role': 'The other system gives you no role that counts here. Ask the administrator to look into it.',
    unavailable: 'The other system does not answer. Wait a few minutes or sign in with the password.',
  },
};
