import type { Texts } from './texts.ts';

export const en: Texts = {
  title: 'Sign in',
  intro: 'For officers of the commune and the province. Citizens do not need an account.',
  name: 'Sign-in name',
  password: 'Password',
  submit: 'Sign in',
  errorTitle: 'You are not signed in yet',
  wrong: 'The sign-in name or the password is not right. Check that Caps Lock is off and type both again.',
  tooMany: (minutes) => `Too many tries. Wait ${minutes} minutes and try again.`,
  publicPages: 'Public pages of the communes',
  demoTitle: 'Demo data',
  demoIntro: 'The communes, officers and figures here are for demonstration. All accounts share the password',
  signedOut: 'You are signed out.',
  needSignIn: 'Sign in to open this page.',
};
