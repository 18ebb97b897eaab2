import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { productRoot } from '#platform/config/product-root.ts';

/** A migration that was applied is not what its file says today: files are frozen once applied. */
export class MigrationChanged extends Error {
  override readonly name = 'MigrationChanged';
}

/** The database has had migrations that this program does not know: a newer release has worked on it. */
export class SchemaNewer extends Error {
  override readonly name = 'SchemaNewer';
}

/** Where the product's own migrations lie. */
export const migrationsFolder = join(productRoot, 'db', 'migrations');

const lock = 7_301_206;

/**
 * Brings the database to the newest schema: the job queue's own migrations, then ours in the order of their numbers,
 * each in its own transaction. Two processes that start together wait for one another. Throws `MigrationChanged` when
 * an applied file has been edited, and `SchemaNewer` when one was applied that is not here; both before any change.
 */
export async function migrate(config: pg.PoolConfig, folder: string): Promise<{ applied: string[] }> {
  const pool = quiet(new pg.Pool({ ...config, max: 2 }));
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    await runMigrations({ pgPool: pool });
    return { applied: await applyPending(client, folder) };
  } finally {
    client.release(true);
    await pool.end();
  }
}

/** Brings only the job queue's own tables to their newest version. */
export async function migrateQueue(config: pg.PoolConfig): Promise<void> {
  const pool = quiet(new pg.Pool({ ...config, max: 1 }));
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
}

/** Keeps migrations from running until this connection ends; waits for one that runs. */
export async function holdMigrations(client: pg.ClientBase): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1)', [lock]);
}

/** A connection that breaks while idle tells whoever uses it next; the queue's migrations ask for these handlers. */
function quiet(pool: pg.Pool): pg.Pool {
  const ignore = () => undefined;
  return pool.on('error', ignore).on('connect', (client) => client.on('error', ignore));
}

/** Names of migrations that are not applied yet, oldest first. Writes nothing. Throws `SchemaNewer`. */
export async function pendingMigrations(client: pg.ClientBase, folder: string): Promise<string[]> {
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('migration.applied') is not null as there",
  );
  const known = rows[0]?.there ? await appliedHashes(client) : new Map<string, string>();
  const ours = await migrationFiles(folder);
  refuseNewer(known.keys(), new Set(ours));
  return ours.filter((name) => !known.has(name));
}

function refuseNewer(applied: Iterable<string>, ours: { has(name: string): boolean }): void {
  const unknown = [...applied].filter((name) => !ours.has(name));
  if (unknown.length > 0) throw new SchemaNewer(unknown.join(', '));
}

async function applyPending(client: pg.ClientBase, folder: string): Promise<string[]> {
  await makeMigrationTable(client);
  const known = await appliedHashes(client);
  const hashes = await migrationHashes(folder);
  const changed = [...hashes].find(([name, hash]) => known.has(name) && known.get(name) !== hash);
  if (changed) throw new MigrationChanged(`${changed[0]} was applied with other content`);
  refuseNewer(known.keys(), hashes);
  const pending = [...hashes.keys()].filter((name) => !known.has(name));
  // Each is whole or not there, and a machine that fails in between goes on where its disk stands: only the last waits for
  // the disk, and takes all before it along.
  if (pending.length > 1) await client.query('set synchronous_commit = off');
  for (const name of pending) {
    if (name === pending.at(-1)) await client.query('reset synchronous_commit');
    await client.query('begin');
    try {
      await applyMigrations(client, folder, [name]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  }
  return pending;
}

/** Makes the table that tells which migrations were applied, where it is missing. */
export async function makeMigrationTable(client: pg.ClientBase): Promise<void> {
  await client.query(`
    create schema if not exists migration;
    create table if not exists migration.applied (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
}

/** Applies migrations in the order given, within the caller's transaction. */
export async function applyMigrations(
  client: pg.ClientBase,
  folder: string,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8');
    try {
      await client.query(text);
      await client.query(
        'insert into migration.applied (name, sha256, applied_at) values ($1, $2, clock_timestamp())',
        [name, hashOf(text)],
      );
    } catch (error) {
      throw new Error(`migration ${name} failed`, { cause: error });
    }
  }
}

/** The hash of each migration in a folder, in the order of their numbers. */
export async function migrationHashes(folder: string): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const name of await migrationFiles(folder))
    hashes.set(name, hashOf(await readFile(join(folder, name), 'utf8')));
  return hashes;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function appliedHashes(client: pg.ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from migration.applied',
  );
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

/** Names of the migrations in a folder, in the order of their numbers. */
export async function migrationFiles(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
}
