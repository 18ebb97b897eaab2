import type { ListShape } from '#platform/list/filter.ts';
import { books, paperStates } from './issued-paper.ts';

/** What the list of papers can be filtered and sorted by, as addresses name it; what changed last comes first. */
export function paperListShape(kinds: readonly string[]): ListShape {
  return {
    fields: {
      'tinh-trang': { kind: 'choice', choices: paperStates },
      loai: { kind: 'choice', choices: kinds },
      so: { kind: 'choice', choices: books },
      'don-vi': { kind: 'id' },
      nam: { kind: 'number', canBeEmpty: true },
      'ngay-ban-hanh': { kind: 'date', canBeEmpty: true },
      'so-van-ban': { kind: 'number', canBeEmpty: true },
      'trich-yeu': { kind: 'text' },
      'nguoi-ky': { kind: 'text' },
    },
    sorts: ['cap-nhat', 'ngay-ban-hanh', 'so-van-ban'],
    startsDown: true,
  };
}
