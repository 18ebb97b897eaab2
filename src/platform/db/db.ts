import { Kysely, PostgresAdapter, PostgresDriver, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import pg from 'pg';
import type { DB } from '#db/types.ts';

/** A handle for typed SQL, bound to one connection inside one transaction. */
export type Db = Kysely<DB>;

/** The same handle for those who only read: it has no way to write. */
export type ReadDb = Omit<
  Db,
  | 'insertInto'
  | 'replaceInto'
  | 'updateTable'
  | 'deleteFrom'
  | 'mergeInto'
  | 'schema'
  | 'transaction'
  | 'startTransaction'
  | 'connection'
>;

export type Pool = pg.Pool;

const { builtins } = pg.types;
const parsers = new Map<unknown, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.INT8, Number],
  [builtins.NUMERIC, Number],
]);

/** Dates stay `YYYY-MM-DD` (a date has no zone), whole and decimal numbers become numbers. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    const ours = format === 'binary' ? undefined : parsers.get(oid);
    return ours ?? (pg.types.getTypeParser(oid, format) as (text: string) => unknown);
  },
};

/** Settings of every pool: a caller waits at most five seconds for a connection, no statement runs longer than fifteen. */
export function poolConfig(config: pg.PoolConfig): pg.PoolConfig {
  return { max: 16, connectionTimeoutMillis: 5_000, statement_timeout: 15_000, ...config, types };
}

/** Opens a pool. A connection lost while idle is logged by `onError` and replaced at the next use. */
export function openPool(config: pg.PoolConfig, onError: (error: Error) => void): Pool {
  const pool = new pg.Pool(poolConfig(config));
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  return pool;
}

/** Names of the statements that connections keep prepared, by their text; beyond so many, texts are sent unprepared. */
const prepared = new Map<string, string>();
const mostPrepared = 500;

/** Marks a text that must be planned by the values given, and comes in too many forms to be kept: searches. */
export const plannedAnew = '/* planned anew */';

function preparedName(text: string): string | undefined {
  if (text.includes(plannedAnew)) return undefined;
  const known = prepared.get(text);
  if (known || prepared.size >= mostPrepared) return known;
  const name = `q${prepared.size}`;
  prepared.set(text, name);
  return name;
}

/**
 * A typed handle on one connection that somebody else opened and will release. Statements are prepared once per
 * connection, which spares the server the planning of the same few hundred queries.
 */
export function dbOn(client: pg.PoolClient): Db {
  const query = (text: string, values: unknown[]) =>
    client.query({ name: preparedName(text), text, values } as pg.QueryConfig);
  const held = { query, release: () => undefined } as unknown as pg.PoolClient;
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () =>
        new PostgresDriver({ pool: { connect: async () => held, end: async () => undefined } }),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}
