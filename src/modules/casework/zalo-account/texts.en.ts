import type { Texts } from './texts.ts';

export const en: Texts = {
  title: 'Zalo account',
  lead: 'The office writes to officers who have linked their Zalo by its own Official Account. The documentation says where each item is found.',
  appId: 'App ID',
  appIdHint: 'The number of the app on developers.zalo.me.',
  appSecret: 'Secret key of the app',
  oaSecret: 'OA Secret Key',
  oaSecretHint: 'Under Webhook of the app; by it we know what comes from Zalo.',
  refreshToken: 'Refresh token of the OA',
  refreshTokenHint: 'After the first time the program renews and keeps it by itself.',
  templateId: 'ID of a ZNS template',
  templateIdHint: (parameter) =>
    `Not needed. A template with one parameter ${parameter}, for people who have not written for more than 7 days.`,
  kept: 'Is there and not shown again. Left empty, it stays.',
  webhook: 'Webhook address',
  webhookAddress: (path) => `The address of the program, then ${path}`,
  webhookHint:
    'Enter this address under Webhook of the app and choose the events: user sends a message, user received and saw a message, unfollow.',
  save: 'Save',
  saved: 'Saved. Send yourself a trial to see whether it works.',
  remove: 'Remove this Zalo account',
  removeText: 'Its keys and tokens are deleted. To use it again, enter it again.',
  removed: 'The Zalo account is removed.',
  errorTitle: 'Not saved yet',
  back: 'Ways to send',
  fault: {
    appId: 'Give the ID of the app, digits only.',
    appSecret: 'A key has plain letters and digits only, without blanks.',
    oaSecret: 'A key has plain letters and digits only, without blanks.',
    refreshToken: 'A token has plain letters and digits only, without blanks.',
    templateId: 'The ID of a template has digits only.',
    other: 'What was sent is not right.',
  },
  refusal: {
    'secret-missing': 'The first time, both keys and the refresh token are needed.',
    'changed-meanwhile':
      'Somebody else has just saved these settings. Look at them below and save again if needed.',
    'nothing-there': 'No Zalo account is connected.',
  },
};
