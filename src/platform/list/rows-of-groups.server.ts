import { sql } from 'kysely';
import type { ReadDb } from '#platform/db/db.ts';
import type { Groups, Keyed, OrderKey, RowQuery } from './order.server.ts';
import { whole } from './step.server.ts';

/**
 * The first rows of the groups beyond a place, group by group. Every group gives at most a page of rows, in the order of
 * its index, and the database stops at the group that fills the page: sorting all rows by their group would read them all.
 * @param beyond the place of the group behind which it begins, counted from one; all groups if undefined
 */
export async function rowsOfGroups<DB, Tables extends keyof DB, Row>(
  db: ReadDb,
  query: RowQuery<DB, Tables, Row>,
  groups: Groups,
  ties: readonly OrderKey[],
  beyond: string | undefined,
  runsDown: boolean,
  size: number,
): Promise<Keyed<Row>[]> {
  const way = runsDown ? sql`desc` : sql`asc`;
  let inGroup = query
    .select(
      ties.flatMap(({ sql: tie }, at) => [
        sql`${tie}`.as(`tie_${at}`),
        sql<string>`(${tie})::text`.as(`key_${at}`),
      ]),
    )
    .where(sql<boolean>`${groups.column} = gathered.id`)
    .limit(whole(size));
  for (const tie of ties) inGroup = inGroup.orderBy(tie.sql, runsDown ? 'desc' : 'asc');
  const sooner =
    beyond === undefined ? sql`true` : sql`place ${runsDown ? sql`<` : sql`>`} ${beyond}::integer`;
  const { rows } = await sql<Row & Record<string, unknown>>`
    select found.*, gathered.place::text as group_place
    from (
      select id, place from unnest(${groups.inOrder}) with ordinality as one(id, place)
      where ${sooner} order by place ${way}
    ) as gathered
    cross join lateral (${inGroup}) as found
    order by gathered.place ${way}, ${sql.join(ties.map((_, at) => sql`${sql.ref(`found.tie_${at}`)} ${way}`))}
    limit ${whole(size)}`.execute(db);
  return rows.map((row) => ({
    row,
    keys: [row.group_place, ...ties.map((_, at) => row[`key_${at}`])] as string[],
  }));
}
