import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type pg from 'pg';
import { newId } from '#platform/db/id.ts';
import { holdMigrations } from '#platform/db/migrate.ts';
import type { ContentStore } from '#platform/files/content-store.ts';
import {
  type About,
  aboutName,
  FORMAT,
  partName,
  type Seal,
  type SealedTable,
  sealName,
} from './archive-format.ts';
import { listApplied, listSequences, listTables, queueVersion } from './catalog.server.ts';
import { holdContents, listContents } from './contents.server.ts';
import { connectForCopy, copyOut } from './copied-text.server.ts';
import { type CheckedArchive, checkArchive } from './read-archive.ts';
import { refuse } from './refuse.ts';
import { writeContents } from './write-contents.ts';
import { type ArchiveWriter, openArchive } from './write-archive.ts';

const partBytes = 4 * 1024 * 1024;

/**
 * Writes everything that the database holds, and the files that it tells of, into one file, as it stood at one moment,
 * while people go on working; a file that is missing is named in the seal and hinders nothing. Then
 * reads the file again, compares every checksum, gives it its name and notes in the database that it was made.
 * Refuses an empty database, a name that is taken, a folder that cannot be written and a disk that is full, leaving nothing behind.
 * @param owner a connection of the migrator
 * @param release of the program that writes it
 */
export async function backUp(
  owner: pg.ClientConfig,
  path: string,
  release: string,
  store: ContentStore,
): Promise<CheckedArchive> {
  const archive = await openArchive(path);
  try {
    const client = await connectForCopy(owner);
    try {
      await writeSnapshot(client, archive, release, store);
      await archive.finish();
      const checked = await checkArchive(archive.partial);
      await archive.publish();
      await noteBackup(client, 'backup', { ...checked, path });
      return { ...checked, path };
    } finally {
      await client.end();
    }
  } catch (error) {
    await archive.discard();
    throw error;
  }
}

/** Records in a database that a backup of it was made. */
export function recordBackup(owner: pg.ClientConfig, archive: CheckedArchive): Promise<void> {
  return record(owner, (client) => noteBackup(client, 'backup', archive));
}

/** Records in a database that a backup of it was restored for a trial, and what the audit in it was found to be. */
export function recordRehearsal(
  owner: pg.ClientConfig,
  archive: CheckedArchive,
  audit: { readonly lines: number; readonly faults: number },
): Promise<void> {
  return record(owner, (client) => noteBackup(client, 'rehearsal', archive, audit));
}

async function record(owner: pg.ClientConfig, note: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = await connectForCopy(owner);
  try {
    await note(client);
  } finally {
    await client.end();
  }
}

/** A schema that is too old to record it goes without. */
async function noteBackup(
  client: pg.ClientBase,
  kind: 'backup' | 'rehearsal',
  { path, byteCount, sha256, seal }: CheckedArchive,
  audit?: { readonly lines: number; readonly faults: number },
): Promise<void> {
  const { rows } = await client.query<{ column: string }>(
    `select attname as column from pg_attribute
     where attrelid = to_regclass('platform.backup_made') and attnum > 0 and not attisdropped`,
  );
  const known = new Set(rows.map(({ column }) => column));
  if (known.size === 0) return;
  const noted: Record<string, unknown> = {
    id: newId<'backup'>(),
    kind,
    file_name: basename(path),
    byte_count: byteCount,
    row_count: rowCount(seal.tables),
    sha256,
    audit_line_count: audit?.lines ?? null,
    audit_fault_count: audit?.faults ?? null,
  };
  const columns = Object.keys(noted).filter((column) => known.has(column));
  await client.query(
    `insert into platform.backup_made (made_at, ${columns.join(', ')})
     values (now(), ${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
    columns.map((column) => noted[column]),
  );
}

/** Rows of all tables together. */
export function rowCount(tables: readonly SealedTable[]): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}

/** One snapshot of a reading transaction holds for all tables; no migration may run beside it. */
async function writeSnapshot(
  client: pg.Client,
  archive: ArchiveWriter,
  release: string,
  store: ContentStore,
): Promise<void> {
  await holdMigrations(client);
  await holdContents(client);
  await client.query('begin isolation level repeatable read read only');
  const about = await describe(client, release);
  if (about.migrations.length === 0) throw refuse('nothing', (t) => t.nothing());
  const text = Buffer.from(JSON.stringify(about, undefined, 2));
  await archive.add(aboutName, text);
  const tables: SealedTable[] = [];
  for (const table of about.tables)
    tables.push({ name: table.name, ...(await writeTable(client, archive, table)) });
  const listed = await listContents(client);
  await client.query('commit');
  const contents = await writeContents(archive, store, listed);
  const seal: Seal = {
    aboutSha256: createHash('sha256').update(text).digest('hex'),
    tables,
    contents,
  };
  await archive.add(sealName, Buffer.from(JSON.stringify(seal, undefined, 2)));
}

async function describe(client: pg.Client, release: string): Promise<About> {
  const { rows } = await client.query<{ postgres: string; at: Date }>(
    `select current_setting('server_version') as postgres, now() as at`,
  );
  return {
    product: 'sau-ro',
    format: FORMAT,
    release,
    madeAt: (rows[0]?.at ?? new Date()).toISOString(),
    postgres: rows[0]?.postgres ?? '',
    queueVersion: await queueVersion(client),
    migrations: await listApplied(client),
    tables: await listTables(client),
    sequences: await listSequences(client),
  };
}

async function writeTable(client: pg.Client, archive: ArchiveWriter, table: About['tables'][number]) {
  let [ordinal, held, heldBytes]: [number, Buffer[], number] = [0, [], 0];
  const flush = async (): Promise<void> => {
    if (heldBytes === 0) return;
    ordinal += 1;
    const part = Buffer.concat(held);
    [held, heldBytes] = [[], 0];
    await archive.add(partName(table.name, ordinal), part);
  };
  const copied = await copyOut(client, table, (chunk) => {
    held.push(chunk);
    heldBytes += chunk.length;
    return heldBytes >= partBytes ? flush() : undefined;
  });
  await flush();
  return copied;
}
