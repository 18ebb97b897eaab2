import type { ListShape } from '#platform/list/filter.ts';
import { conclusionKinds } from './conclusion.ts';

/** What the list of conclusions can be filtered and sorted by, as addresses name it; the newest comes first. */
export const conclusionListShape: ListShape = {
  fields: {
    loai: { kind: 'choice', choices: conclusionKinds },
    ngay: { kind: 'date' },
    so: { kind: 'text' },
    ten: { kind: 'text' },
    'noi-ban-hanh': { kind: 'text' },
    'chu-tri': { kind: 'text', canBeEmpty: true },
    'chua-xu-ly': { kind: 'number' },
    'nhiem-vu': { kind: 'number' },
    'qua-han': { kind: 'number' },
  },
  sorts: ['ngay', 'ten', 'qua-han'],
  startsDown: true,
};
