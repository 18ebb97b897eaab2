import type { ListShape } from '#platform/list/filter.ts';

/** A plan in force, or one whose place a later version took. */
export const planStates = ['issued', 'replaced'] as const;

/** What the plan list can be filtered and sorted by, as addresses name it; the newest year comes first. */
export const planListShape: ListShape = {
  fields: {
    'tinh-trang': { kind: 'choice', choices: planStates },
    'tu-nam': { kind: 'number' },
    'den-nam': { kind: 'number' },
    'ngay-ban-hanh': { kind: 'date', canBeEmpty: true },
    'so-ky-hieu': { kind: 'text', canBeEmpty: true },
    ten: { kind: 'text' },
    'co-quan': { kind: 'text', canBeEmpty: true },
    'nguoi-ky': { kind: 'text', canBeEmpty: true },
  },
  sorts: ['nam', 'ten', 'ngay-ban-hanh'],
  startsDown: true,
};
