import type pg from 'pg';
import {
  applyMigrations,
  holdMigrations,
  makeMigrationTable,
  migrateQueue,
  migrationHashes,
  migrationsFolder,
} from '#platform/db/migrate.ts';
import type { FilePlace } from '#platform/files/file-place.ts';
import { applicationName } from '#platform/postgres/connection.ts';
import { hasCode } from '#platform/postgres/refuse.ts';
import { listApplied, listSchemas, queueVersion } from './catalog.server.ts';
import { listContents, type ToldContent } from './contents.server.ts';
import { connectForCopy, qualified } from './copied-text.server.ts';
import { loadTables } from './load-tables.server.ts';
import { type CheckedArchive, damaged } from './read-archive.ts';
import { refuse } from './refuse.ts';
import { restoreContents } from './restore-contents.ts';

/** Whether a database that holds data already may lose it. */
export interface RestoreOptions {
  readonly replace: boolean;
  /** Where the files of the backup go; left out for a trial, which only looks whether all are there. */
  readonly files?: Pick<FilePlace, 'staging' | 'store'>;
}

/**
 * Puts a backup in place of what the database holds, in one transaction: the schema as it was when the backup was
 * made, by our own migrations, then the rows. Until it ends nothing has changed, and when it fails nothing has.
 * Newer migrations are the caller's to apply afterwards. Refuses a backup of a newer or changed schema, a database
 * that holds data unless told to replace it, and one that a running product is connected to.
 * @param owner a connection of the migrator
 */
export async function restoreBackup(
  owner: pg.ClientConfig,
  archive: CheckedArchive,
  { replace, files }: RestoreOptions,
): Promise<void> {
  await refuseUnknownMigrations(archive);
  const client = await connectForCopy(owner);
  try {
    await refuseInUse(client);
    await holdMigrations(client);
    const isEmpty = (await listApplied(client)).length === 0;
    if (!isEmpty && !replace) throw refuse('not-empty', (t) => t.notEmpty());
    await migrateQueue(owner);
    if (archive.about.queueVersion > (await queueVersion(client)))
      throw refuse('newer', (t) => t.newer(archive.path));
    await client.query('begin');
    await dropSchemas(client);
    await makeMigrationTable(client);
    const names = archive.about.migrations.map(({ name }) => name);
    await applyMigrations(client, migrationsFolder, names);
    await loadTables(client, archive);
    await freeHeldJobs(client);
    refuseUntold(archive, await listContents(client));
    // Contents that belong to nothing, should the rest fail, do no harm; rows without their contents would.
    if (files) await restoreContents(archive, files);
    await client.query('commit');
    await client.query('analyze');
  } catch (error) {
    if (hasCode(error, '53100')) throw refuse('disk-full', (t) => t.diskFull());
    throw error;
  } finally {
    // The connection takes back with its end what was not committed.
    await client.end();
  }
}

/** Refuses what this program would not understand, before anything is touched. */
async function refuseUnknownMigrations({ path, about }: CheckedArchive): Promise<void> {
  const known = await migrationHashes(migrationsFolder);
  for (const { name, sha256 } of about.migrations) {
    const ours = known.get(name);
    if (ours === undefined) throw refuse('newer', (t) => t.newer(path));
    if (ours !== sha256) throw refuse('changed', (t) => t.changed(path, name));
  }
}

/** Every file that the rows tell of must be in the backup, or be named there as lost before. */
function refuseUntold({ path, seal }: CheckedArchive, told: readonly ToldContent[]): void {
  const sealed = new Set(seal.contents.map(({ tenantId, sha256 }) => `${tenantId}/${sha256}`));
  if (told.some(({ tenantId, sha256 }) => !sealed.has(`${tenantId}/${sha256}`))) throw damaged(path);
}

/** Programs of ours elsewhere, which would go on writing into tables that are about to go. */
async function refuseInUse(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and application_name = $1 and pid <> pg_backend_pid()`,
    [applicationName],
  );
  const count = rows[0]?.count ?? 0;
  if (count > 0) throw refuse('in-use', (t) => t.inUse(count));
}

async function dropSchemas(client: pg.Client): Promise<void> {
  const schemas = await listSchemas(client);
  if (schemas.length > 0) await client.query(`drop schema ${schemas.map(qualified).join(', ')} cascade`);
}

/** The workers that held jobs and said that they lived are of another time; their jobs are free again. */
async function freeHeldJobs(client: pg.Client): Promise<void> {
  await client.query(
    `select graphile_worker.force_unlock_workers(array(
       select distinct locked_by from graphile_worker.jobs where locked_by is not null))`,
  );
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('platform.worker_beat') is not null as there",
  );
  if (rows[0]?.there) await client.query('delete from platform.worker_beat');
}
