import { sql } from 'kysely';
import { exactFirst } from '#platform/search/matching.server.ts';
import type { SearchWords } from '#platform/search/search-words.ts';
import type { Sort } from './filter.ts';
import type { Order, OrderMap } from './order.server.ts';

const bestFirst = 'phu-hop';

/**
 * The orders of a list that is searched, and the one that holds: a search in the list's own order shows the best
 * answers first, then goes on in that order; an order that somebody chose stays.
 * @param own the list's own order, which has no `by`
 * @param aliases the tables with the stored columns `folded` and `spelled`; a row is as good as the best of them
 */
export function ordersOf(
  orders: OrderMap,
  own: string | Sort,
  aliases: string | readonly string[],
  words: SearchWords | undefined,
  sort: Sort,
): { readonly orders: OrderMap; readonly sort: Sort } {
  const { by: name, isDown } = typeof own === 'string' ? { by: own, isDown: false } : own;
  const order: Order | undefined = orders[name];
  if (!words || !order || sort.by !== name || sort.isDown !== isDown) return { orders, sort };
  const scores = [aliases].flat().map((alias) => exactFirst(alias, words));
  const best = sql`greatest(${sql.join(scores)})`;
  // Turned round where the order runs upwards, so that the best comes first and the whole order runs one way.
  const by = { kind: 'whole', sql: isDown ? best : sql`-${best}` } as const;
  return { orders: { ...orders, [bestFirst]: { ...order, by } }, sort: { by: bestFirst, isDown } };
}
