import type { StartTexts } from './start-texts.ts';

export const en: StartTexts = {
  paper: {
    title: (year) => `Administrative reform plan ${year}`,
    issuer: (tenant) => `People's Committee of ${tenant}`,
    documentType: 'Plan',
    sections: {
      steering: 'Steering',
      institution: 'Institutional reform',
      procedures: 'Administrative procedures',
      organization: 'Organisation',
      'civil-service': 'Civil service',
      'public-finance': 'Public finance',
      'digital-government': 'Digital government',
    },
  },
  title: 'Begin a draft plan',
  ways: 'Where to begin',
  way: {
    tep: 'A plan file',
    dan: 'Pasted text',
    trong: 'A blank draft',
    'nam-truoc': "An earlier year's plan",
    'cap-tren': "The province's plan",
  },
  paste: {
    lead: 'Copy the whole plan or its annex table from Word, Excel or a web page and paste it below. It is read like a file.',
    field: 'Text or table',
    hint: 'A table pasted from Word or Excel keeps its cells.',
    submit: 'Read the pasted text',
    none: 'Paste text or a table here, then press Read the pasted text.',
    fileName: 'Pasted text',
  },
  blank: {
    lead: 'The draft opens with the seven reform areas; you add tasks, targets and the report calendar.',
    submit: 'Open a blank draft',
  },
  earlier: {
    lead: 'Copies every task, target and report of an issued plan; years in words and deadlines move to the new year. Dates of cited documents stay.',
    plan: 'Plan to copy',
    none: 'There is no issued plan to copy yet.',
    submit: 'Copy and move the years',
  },
  higher: {
    lead: 'Choose the tasks that the province hands to the commune; each becomes a row of the draft, waiting for the lead unit.',
    plan: "The province's plan",
    open: 'Show its tasks',
    tasks: 'Tasks the commune takes over',
    none: 'The province has issued no plan in this system yet.',
    nothingChosen: 'Choose at least one task.',
    submit: 'Take over the chosen tasks',
  },
  year: 'Year of the new plan',
  yearFault: 'Write a year of four digits between 2020 and 2100, such as 2027.',
  planFault: 'Choose one of the plans in the list.',
  started: 'The draft is open.',
};
