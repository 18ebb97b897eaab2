import type { ListShape } from '#platform/list/filter.ts';

/** What the list of templates can be filtered and sorted by, as addresses name it; the newest change comes first. */
export const templateListShape: ListShape = {
  fields: {
    'don-vi': { kind: 'id', canBeEmpty: true },
    ten: { kind: 'text' },
    'san-pham': { kind: 'text', canBeEmpty: true },
    'so-viec': { kind: 'number' },
    'so-ngay': { kind: 'number', canBeEmpty: true },
    'sua-ngay': { kind: 'date' },
    nguon: { kind: 'text', canBeEmpty: true },
  },
  sorts: ['sua', 'ten', 'so-viec'],
  startsDown: true,
};
