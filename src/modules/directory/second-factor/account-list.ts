import type { ListShape } from '#platform/list/filter.ts';

/** What the list of accounts that may sign in can be filtered and sorted by, as addresses name it. */
export const accountListShape: ListShape = {
  fields: {
    'don-vi': { kind: 'id' },
    'vai-tro': { kind: 'id', canBeEmpty: true },
    'hai-buoc': { kind: 'yes-no' },
    'phai-hai-buoc': { kind: 'yes-no' },
    'mat-khau-dau': { kind: 'yes-no' },
    ten: { kind: 'text' },
    'ten-dang-nhap': { kind: 'text' },
  },
  sorts: ['ten', 'don-vi', 'ten-dang-nhap'],
};
