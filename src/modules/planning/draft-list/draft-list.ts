import type { ListShape } from '#platform/list/filter.ts';
import { draftOrigins, draftStates } from '../plan-draft/plan-draft.ts';

/** What the list of imports and drafts can be filtered and sorted by; the newest comes first. */
export const draftListShape: ListShape = {
  fields: {
    'tinh-trang': { kind: 'choice', choices: draftStates },
    nguon: { kind: 'choice', choices: draftOrigins },
    'nguoi-nhap': { kind: 'text' },
    'ngay-nhap': { kind: 'date' },
    ten: { kind: 'text', canBeEmpty: true },
    tep: { kind: 'text', canBeEmpty: true },
  },
  sorts: ['luc-nhap', 'ten', 'nguoi-nhap'],
  startsDown: true,
};
