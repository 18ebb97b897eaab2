import { readList } from '#platform/list/address.ts';
import type { ListState } from '#platform/list/filter.ts';
import { targetListShape } from './target-list.ts';

export const pageSize = 50;

/** The target list filtered as these parts of an address say. */
export function targetList(query: Readonly<Record<string, string>> = {}): ListState {
  return readList(targetListShape, Object.entries(query));
}
