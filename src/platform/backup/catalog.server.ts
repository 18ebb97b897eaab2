import type pg from 'pg';
import type { About } from './archive-format.ts';

type TableShape = About['tables'][number];

/** Tables that the program itself fills when it makes the schema. */
const madeBySchema = `(n.nspname = 'migration' or (n.nspname = 'graphile_worker' and c.relname = 'migrations'))`;
const ours = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`;

/** Every table of the connection's role with the columns that hold values of their own, in one fixed order. */
export async function listTables(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select n.nspname || '.' || c.relname as name,
            coalesce(array_agg(a.attname::text order by a.attnum) filter (where a.attname is not null), '{}') as columns
     from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and c.relpersistence <> 't' and pg_get_userbyid(c.relowner) = current_user
       and ${ours} and not ${madeBySchema}
     group by 1 order by 1`,
  );
  return rows;
}

/** Where each sequence stands that was ever asked. */
export async function listSequences(client: pg.ClientBase): Promise<About['sequences']> {
  const { rows } = await client.query<{ name: string; lastValue: string }>(
    `select schemaname || '.' || sequencename as name, last_value::text as "lastValue"
     from pg_sequences where sequenceowner = current_user and last_value is not null order by 1`,
  );
  return rows;
}

/** The schemas that our migrations made: all of the role's but the job queue's. */
export async function listSchemas(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname as name from pg_namespace n
     where pg_get_userbyid(n.nspowner) = current_user and ${ours} and n.nspname not in ('graphile_worker', 'public')
     order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Migrations that the database has had, in the order in which it had them; none on an empty one. */
export async function listApplied(client: pg.ClientBase): Promise<About['migrations']> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    "select to_regclass('migration.applied') is not null as there",
  );
  if (!tables[0]?.there) return [];
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from migration.applied order by applied_at, name',
  );
  return rows;
}

/** The version of the job queue's tables; 0 where they are not. */
export async function queueVersion(client: pg.ClientBase): Promise<number> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    "select to_regclass('graphile_worker.migrations') is not null as there",
  );
  if (!tables[0]?.there) return 0;
  const { rows } = await client.query<{ version: number }>(
    'select coalesce(max(id), 0)::int as version from graphile_worker.migrations',
  );
  return rows[0]?.version ?? 0;
}
