import type { ListShape } from '#platform/list/filter.ts';

/** What an absence is on the day of looking. */
export const absenceStates = ['now', 'to-come', 'over', 'cancelled'] as const;

/** What the list of absences can be filtered and sorted by, as addresses name it; the latest comes first. */
export const absenceListShape: ListShape = {
  fields: {
    'trang-thai': { kind: 'choice', choices: absenceStates },
    'don-vi': { kind: 'id' },
    vang: { kind: 'text' },
    'lam-thay': { kind: 'text' },
    'tu-ngay': { kind: 'date' },
    'den-ngay': { kind: 'date' },
    'ly-do': { kind: 'text' },
  },
  sorts: ['den-ngay', 'tu-ngay', 'vang'],
  startsDown: true,
};
