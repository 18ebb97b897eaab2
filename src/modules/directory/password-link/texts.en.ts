import type { Texts } from './texts.ts';

export const en: Texts = {
  forgotten: {
    title: 'Forgotten password',
    lead: (minutes) =>
      `Type your sign-in name. If the account has an e-mail address, a link for a new password goes there; it works once, for ${minutes} minutes.`,
    name: 'Sign-in name',
    submit: 'Send the link',
    noMail:
      'No e-mail can be sent from here. Ask the administrator of Sáu Rõ in your commune or province to make you a link for a new password; it works once.',
    whoToAsk: 'The administrator is usually the IT officer in the office of the commune.',
    sent: 'If the account exists and has an e-mail address, the link is on its way.',
    sentHint: (minutes) =>
      `Look among unwanted mail too. The link works once, for ${minutes} minutes. No letter? Ask the administrator of your commune or province.`,
    tooMany: (minutes) => `Too many requests. Wait ${minutes} minutes and try again.`,
    errorTitle: 'The request is not sent yet',
    back: 'Back to signing in',
  },
  fresh: {
    title: 'Set a new password',
    lead: 'Then sign in with the new password. All devices are signed out, and all your API keys are revoked.',
    submit: 'Set the password',
    errorTitle: 'The password is not set yet',
    done: 'The new password is set. Sign in with it.',
    closedTitle: 'The link no longer works',
    closed: 'It was used, is older than 30 minutes, or was not copied whole. Ask for another one.',
    askAgain: 'Ask for another link',
  },
  made: {
    title: 'Link for a new password',
    lead: (name, minutes) =>
      `Hand it to ${name} in person. It works once, for ${minutes} minutes, and is shown here this once.`,
    label: 'Link',
    make: 'Make a password link',
    makeFor: (name) => `Make a password link for ${name}`,
    back: 'Back to the rules for signing in',
  },
  letter: {
    sender: 'Sending password letters',
    subject: 'A new password for Sáu Rõ',
    text: (link, minutes) =>
      `Somebody, perhaps you, said that the password for Sáu Rõ is forgotten.\n\nOpen this link to set a new one; it works once, for ${minutes} minutes:\n\n${link}\n\nIf it was not you, do nothing: the old password still works.\n`,
  },
  email: {
    title: 'E-mail',
    lead: 'Where a link goes when you forget the password. Only Sáu Rõ writes to it, and nobody else sees it.',
    none: 'None. If you forget the password, you must ask the administrator.',
    change: 'Change the e-mail address',
    label: 'E-mail address',
    hint: 'A mailbox that only you open. Leave it empty to do without.',
    submit: 'Save the e-mail address',
    saved: 'The e-mail address is saved.',
    wrong: 'This is not an e-mail address. Example: nguyen.mai@xa.gov.vn',
    errorTitle: 'The e-mail address is not saved yet',
    cancel: 'Never mind, back to my account',
  },
};
