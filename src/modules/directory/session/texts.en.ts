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
  forgotten: 'Forgotten the password?',
  publicPages: 'Public pages of the communes',
  signedOut: 'You are signed out.',
  step: {
    title: 'Second step of signing in',
    lead: 'The password is right. Type a code as well, so that it is surely you.',
    wrongCode:
      'The code is wrong or was used already. Wait for the next one and check the time on your telephone.',
    ranOut: 'More than 10 minutes have passed. Sign in again from the start.',
    restart: 'Sign in with another account',
  },
  proof: {
    account: 'My account',
    title: 'Confirm that it is you',
    lead: (minutes) =>
      `What comes next concerns the safety of your account. Confirm once; it holds for ${minutes} minutes.`,
    submit: 'Confirm',
    cancel: 'Never mind, back to my account',
    errorTitle: 'Not confirmed yet',
    wrongPassword: 'The password is not right. Type the password with which you sign in.',
  },
  sessions: {
    title: 'Where you are signed in',
    caption: 'Open sign-ins, the newest first',
    deviceLabel: 'Device',
    device: (browser, system) => `${browser} on ${system}`,
    unknownBrowser: 'Unknown browser',
    unknownSystem: 'an unknown device',
    stateLabel: 'State',
    thisOne: 'This device',
    openedLabel: 'Signed in at',
    addressLabel: 'Network address',
    unknownAddress: 'not noted',
    closeLabel: 'Act',
    close: 'Sign out',
    closeOne: (device, since) => `Sign out ${device}, open since ${since}`,
    closed: 'That device is signed out.',
    closeAll: 'Sign out everywhere',
    closeAllHint:
      'This device too. For a lost device or one you do not know; change the password afterwards.',
    allClosed: 'You are signed out everywhere.',
  },
};
