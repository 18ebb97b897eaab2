import type { Texts } from './texts.ts';

export const en: Texts = {
  title: 'Settings',
  lead: 'What the office is called and how people reach it.',
  name: 'Name of the office',
  nameHint: 'It heads every page, such as: xã Đồng Kỳ.',
  address: 'Address',
  phone: 'Telephone',
  email: 'E-mail',
  code: 'Code of the administrative unit',
  noCode: 'None yet',
  slug: 'Name in public addresses',
  save: 'Save',
  saved: 'The settings were saved.',
  errorTitle: 'Not saved yet',
  fault: {
    name: 'Give the name of the office, at most 120 characters.',
    address: 'An address has at most 200 characters.',
    phone: 'A telephone number has digits, blanks, dots and dashes, such as 0222 3888 999.',
    email: 'Write the address as name@xa.gov.vn.',
    other: 'What was sent is not right.',
  },
  api: {
    get: 'Settings of the office',
    edit: 'Change name and contacts',
    communes: 'Communes of the province',
  },
};
