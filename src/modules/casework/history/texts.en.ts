import type { Texts } from './texts.ts';

export const en: Texts = {
  title: 'History of changes',
  note: 'The latest writes and openings, the system’s included. Only administrators and auditors see this part.',
  list: 'Audit lines, newest first',
  none: 'No audit line yet.',
  all: 'Open in the audit',
  allOf: (kind) => `Open in the audit: ${kind}`,
  change: { caption: 'What it was and what it became', field: 'Field', before: 'Before', after: 'After' },
  noChange: 'This act changed no field.',
  more: (count) => `and ${count} more fields`,
  facts: {
    where: 'From',
    request: 'Request',
    record: 'Record',
    code: 'Act code',
    place: 'Line in the chain',
    hash: 'Hash',
  },
  noAddress: 'The system',
  place: (position) => `Line ${position}`,
  waiting: 'Waits to be sealed',
  system: 'System',
  nothing: '–',
  yes: 'yes',
  no: 'no',
};
