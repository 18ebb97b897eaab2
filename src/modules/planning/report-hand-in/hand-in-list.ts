import type { ListShape } from '#platform/list/filter.ts';
import { handInStates } from './report-hand-in.ts';

/** The states of periods whose reports stand in the list. */
export const collectedStates = ['open', 'sent'] as const;

/** What the list of reports of units can be filtered and sorted by, as addresses name it; the latest day comes first. */
export const handInListShape: ListShape = {
  fields: {
    'trang-thai': { kind: 'choice', choices: handInStates },
    ky: { kind: 'id' },
    'don-vi': { kind: 'id' },
    muon: { kind: 'yes-no' },
    han: { kind: 'date', canBeEmpty: true },
    'ngay-nop': { kind: 'date', canBeEmpty: true },
    nam: { kind: 'number' },
    'tinh-trang-ky': { kind: 'choice', choices: collectedStates },
  },
  sorts: ['han', 'don-vi', 'ngay-nop'],
  startsDown: true,
};
