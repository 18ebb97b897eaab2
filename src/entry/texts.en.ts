import type { Texts } from './texts.ts';

export const en: Texts = {
  product: 'Sáu Rõ',
  demoNote: 'Demo data: communes, officers and figures are for demonstration only.',
  skip: 'Skip to content',
  nav: 'Areas of work',
  menu: 'Menu',
  personMenu: 'Person',
  breadcrumb: 'Path',
  otherLanguage: 'Tiếng Việt',
  themes: { title: 'Theme', system: 'Theme of the device', light: 'Light theme', dark: 'Dark theme' },
  programAbout: 'The administrative-reform work of a commune for a whole year.',
  myAccount: 'My account',
  signInRules: 'Rules for signing in',
  signOut: 'Sign out',
  search: 'Search everything',
  searchHint: 'With or without diacritics',
  areas: {
    home: 'Overview',
    planning: 'Plans',
    plans: 'Plans',
    tasks: 'Tasks',
    targets: 'Targets',
    calendar: 'Calendar',
    drafts: 'Plan drafts',
    system: 'System',
    administration: 'Administration',
    units: 'Units',
    officers: 'Officers and accounts',
    roles: 'Roles and rights',
    absences: 'Absence and substitutes',
    ownDays: 'Working calendar',
    settings: 'Settings',
    audit: 'Audit',
  },
  publicNav: { communes: 'Communes', signIn: 'For officers' },
  publicKind: 'People’s Committee',
  footerAbout: 'About this page',
  footerLine: 'Published by the commune with Sáu Rõ, open-source software.',
  errors: {
    home: 'To the first page',
    requestId: (id) => `Reference for support: ${id}`,
    notFound: {
      title: 'Page not found',
      text: 'The address is wrong, the record has been removed, or it belongs to another unit. Check the address or begin at the first page.',
    },
    forbidden: {
      title: 'You may not do this',
      text: 'Your role does not include this act. If your work needs it, ask the administrator of the commune for the right.',
    },
    tooLarge: {
      title: 'What was sent is too large',
      text: 'Nothing was stored. Send a smaller file (a plan: at most 20 MB) or a shorter text.',
    },
    badForm: {
      title: 'The form could not be read',
      text: 'Nothing was stored. Open the page again and send the form once more.',
    },
    crossSite: {
      title: 'The form came from another site',
      text: 'Nothing was stored. Open the page in Sáu Rõ and send the form from there.',
    },
    tooMany: {
      title: 'Too many tries',
      text: 'Wait a few minutes, then try again.',
    },
    unavailable: {
      title: 'The system does not answer at the moment',
      text: 'All that was confirmed as stored is still there. Wait a minute and load the page again; if you have just sent a form, look whether it was stored before you send it once more.',
    },
    busy: {
      title: 'Too many people are here at once',
      text: 'Nothing was stored. Wait a few seconds and try again.',
    },
    diskFull: {
      title: 'The server has no room left',
      text: 'What you sent was not stored; all that was stored before is still there. Tell whoever looks after the server at once: its disk needs room. Then send it again.',
    },
    tooSlow: {
      title: 'What you sent came in too slowly',
      text: 'Nothing was stored. Check the connection and send it again.',
    },
    fault: {
      title: 'Something went wrong on our side',
      text: 'What you sent was not stored. Try again; if it happens again, tell the administrator the reference below.',
    },
  },
};
