import type { Texts } from './texts.ts';

export const en: Texts = {
  product: 'Sáu Rõ',
  title: 'Passkeys',
  lead: 'Sign in by finger, face or the PIN of your device, without a password. A false page cannot take this key.',
  none: 'There is no passkey yet.',
  add: 'Add a passkey',
  caption: 'Passkeys, the newest first',
  nameLabel: 'Name of the passkey',
  nameHint: 'To recognise the device or key, for example: office telephone.',
  madeLabel: 'Added at',
  usedLabel: 'Last used',
  neverUsed: 'not used yet',
  actLabel: 'Act',
  remove: 'Remove',
  removeOne: (name) => `Remove the passkey ${name}`,
  added: 'The passkey is added.',
  removed: 'The passkey is removed.',
  required:
    'Your role demands a second factor, so the last passkey cannot be removed. Set up an authenticator app first.',
  signIn: 'Sign in with a passkey',
  prove: 'Confirm with a passkey',
  notVerified: 'The passkey does not work here. Try again, or sign in with the password.',
  notAdded: 'The passkey is not added. Try again, and unlock the device by finger, face or PIN when it asks.',
  wrongName: 'Give the passkey a name of at most 60 characters.',
  errorTitle: 'Not done yet',
  noScript: 'This browser cannot use passkeys.',
};
