import { readList } from '#platform/list/address.ts';
import type { ListShape, ListState } from '#platform/list/filter.ts';

/**
 * The filter of an address as a program writes it. A page drops what it cannot read and says so; a program would act on
 * more rows than it meant, so that anything unread is a refusal that names it.
 */
export function readWholeFilter(shape: ListShape, query: string): ListState | { readonly wrong: string } {
  const filter = readList(shape, new URLSearchParams(query));
  return filter.dropped.length > 0
    ? { wrong: filter.dropped.map((dropped) => dropped.part).join(', ') }
    : filter;
}
