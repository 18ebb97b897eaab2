import type { ListShape } from '#platform/list/filter.ts';
import { axes } from '../plan/axis.ts';

/** What the target list can be filtered and sorted by, as addresses name it. */
export const targetListShape: ListShape = {
  fields: {
    'ke-hoach': { kind: 'id' },
    truc: { kind: 'choice', choices: axes, canBeEmpty: true },
    nam: { kind: 'number' },
    'muc-dat': { kind: 'number' },
    'don-vi-tinh': { kind: 'text' },
    'noi-dung': { kind: 'text' },
    'thuoc-do': { kind: 'text', canBeEmpty: true },
  },
  sorts: ['ke-hoach', 'chi-tieu', 'nam'],
};
