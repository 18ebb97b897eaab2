import { sql } from 'kysely';
import type { ReadDb } from '#platform/db/db.ts';
import type { RowQuery } from './order.server.ts';

/** Up to so many rows a list is counted out; beyond, it is enough to know that there are more. */
export const countedUpTo = 10_000;

export interface ListCount {
  readonly rows: number;
  /** True where there are more rows than were counted. */
  readonly isMore: boolean;
}

/** How many rows there are, at the cost of `limit` rows at most. */
export async function countRows<DB, Tables extends keyof DB, Row>(
  db: ReadDb,
  query: RowQuery<DB, Tables, Row>,
  limit = countedUpTo,
): Promise<ListCount> {
  const bounded = query
    .clearSelect()
    .select(sql<number>`1`.as('one'))
    .limit(limit + 1);
  const { rows } = await sql<{ n: number }>`select count(*) as n from (${bounded}) as counted`.execute(db);
  const n = rows[0]?.n ?? 0;
  return { rows: Math.min(n, limit), isMore: n > limit };
}
