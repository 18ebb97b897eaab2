import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { KeyKind } from './cursor.ts';
import type { Keyed, OrderKey, RowQuery } from './order.server.ts';

/**
 * How many rows at most, written into the statement: a plan that serves for any values would not know how few are wanted,
 * and read far more. So sizes should be few; what a step gives too much is cut off.
 */
export function whole(size: number) {
  return sql.lit(Math.trunc(size));
}

/**
 * So many rows by these keys, all of which they have.
 * @param only what they must be besides
 * @param from the keys of the row behind which they begin
 */
export async function step<DB, Tables extends keyof DB, Row>(
  query: RowQuery<DB, Tables, Row>,
  keys: readonly OrderKey[],
  only: RawBuilder<SqlBool> | undefined,
  from: readonly (string | null)[] | undefined,
  runsDown: boolean,
  size: number,
): Promise<Keyed<Row>[]> {
  let wanted = query
    .select(keys.map((key, at) => sql<string>`(${key.sql})::text`.as(`key_${at}`)))
    .limit(whole(size));
  if (only) wanted = wanted.where(only);
  if (from) wanted = wanted.where(beyond(keys, from, runsDown));
  for (const key of keys) wanted = wanted.orderBy(key.sql, runsDown ? 'desc' : 'asc');
  const rows = (await wanted.execute()) as (Row & Record<string, unknown>)[];
  return rows.map((row) => ({ row, keys: keys.map((_, at) => row[`key_${at}`] as string) }));
}

const casts: Readonly<Record<KeyKind, RawBuilder<unknown>>> = {
  text: sql`text`,
  id: sql`uuid`,
  date: sql`date`,
  instant: sql`timestamptz`,
  whole: sql`integer`,
  number: sql`numeric`,
};

/** A comparison of rows, not of single values: it is what lets the index begin at the very place. */
function beyond(
  keys: readonly OrderKey[],
  from: readonly (string | null)[],
  runsDown: boolean,
): RawBuilder<SqlBool> {
  const row = sql.join(keys.map((key) => key.sql));
  const place = sql.join(keys.map((key, at) => sql`${from[at]}::${casts[key.kind]}`));
  return runsDown ? sql`(${row}) < (${place})` : sql`(${row}) > (${place})`;
}
