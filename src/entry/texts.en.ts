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
  signOut: 'Sign out',
  search: 'Find a task',
  searchHint: 'With or without diacritics',
  areas: {
    home: 'Overview',
    planning: 'Plans',
    plans: 'Plans',
    tasks: 'Tasks',
    targets: 'Targets',
    calendar: 'Calendar',
    imports: 'Import a plan',
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
      title: 'The system is not answering for a moment',
      text: 'Nothing was lost. Wait a minute, then load the page again.',
    },
    fault: {
      title: 'Something went wrong on our side',
      text: 'What you sent was not stored. Try again; if it happens again, tell the administrator the reference below.',
    },
  },
};
