import type { ListShape } from '#platform/list/filter.ts';

/** How an officer signs in, as the list tells them apart. */
export const accountStates = ['chua-co', 'dang-dung', 'mat-khau-dau', 'khoa'] as const;
export type AccountState = (typeof accountStates)[number];

/** Whether an officer is in office. */
export const officeStates = ['con', 'nghi'] as const;

/** What the list of officers and accounts can be filtered and sorted by, as addresses name it. */
export const officerListShape: ListShape = {
  fields: {
    'don-vi': { kind: 'id' },
    'trang-thai': { kind: 'choice', choices: officeStates },
    'tai-khoan': { kind: 'choice', choices: accountStates },
    'vai-tro': { kind: 'id', canBeEmpty: true },
    ten: { kind: 'text' },
    'chuc-vu': { kind: 'text' },
    'dung-dau': { kind: 'yes-no' },
    'ten-dang-nhap': { kind: 'text', canBeEmpty: true },
    'hai-buoc': { kind: 'yes-no' },
    'ngay-nghi': { kind: 'date', canBeEmpty: true },
  },
  sorts: ['ten', 'don-vi', 'ten-dang-nhap', 'ngay-nghi'],
};
