import type { ListShape } from '#platform/list/filter.ts';

/** What a unit is today: it works, only stands for others, or has ended. */
export const unitStates = ['dang-dung', 'ten-chung', 'da-ket-thuc'] as const;
export type UnitState = (typeof unitStates)[number];

/** What the list of units can be filtered and sorted by, as addresses name it. */
export const unitListShape: ListShape = {
  fields: {
    'trang-thai': { kind: 'choice', choices: unitStates },
    ten: { kind: 'text' },
    'so-can-bo': { kind: 'number' },
    'ngay-ket-thuc': { kind: 'date', canBeEmpty: true },
  },
  sorts: ['thu-tu', 'ten', 'so-can-bo', 'ngay-ket-thuc'],
};
