import type { ListShape } from '#platform/list/filter.ts';
import { periodKinds } from './report-period.ts';

/** The states in which a period stands in lists: what was thrown away lies in the trash. */
export const listedStates = ['open', 'past', 'sent', 'dropped'] as const;

/** What the list of periods can be filtered and sorted by, as addresses name it; the next day comes first. */
export const periodListShape: ListShape = {
  fields: {
    'trang-thai': { kind: 'choice', choices: listedStates },
    loai: { kind: 'choice', choices: periodKinds },
    nam: { kind: 'number' },
    han: { kind: 'date', canBeEmpty: true },
    'ke-hoach': { kind: 'id', canBeEmpty: true },
    'noi-nhan': { kind: 'text', canBeEmpty: true },
    'noi-dung': { kind: 'text', canBeEmpty: true },
    'so-van-ban': { kind: 'text', canBeEmpty: true },
  },
  sorts: ['han', 'nam'],
};
