import { sql } from 'kysely';
import { exactFirst } from '#platform/search/matching.server.ts';
import type { SearchWords } from '#platform/search/search-words.ts';
import type { Sort } from './filter.ts';
import type { Order, OrderMap } from './keyset.server.ts';

const bestFirst = 'phu-hop';

/**
 * The orders of a list that is searched, and the one that holds: a search in the list's own order shows the best
 * answers first, then goes on in that order; an order that somebody chose stays.
 * @param own name of the list's own order, which has no `by`
 * @param alias the table with the stored columns `folded` and `spelled`
 */
export function ordersOf(
  orders: OrderMap,
  own: string,
  alias: string,
  words: SearchWords | undefined,
  sort: Sort,
): { readonly orders: OrderMap; readonly sort: Sort } {
  const order: Order | undefined = orders[own];
  if (!words || !order || sort.by !== own || sort.isDown) return { orders, sort };
  // Turned round, so that the best is the least and the whole order runs one way.
  const by = { kind: 'whole', sql: sql`-${exactFirst(alias, words)}` } as const;
  return { orders: { ...orders, [bestFirst]: { ...order, by } }, sort: { by: bestFirst, isDown: false } };
}
