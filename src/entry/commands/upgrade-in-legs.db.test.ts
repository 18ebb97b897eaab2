import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type CheckedArchive, checkArchive } from '#platform/backup/read-archive.ts';
import { restoreBackup } from '#platform/backup/restore.server.ts';
import { migrate, migrationFiles, migrationsFolder } from '#platform/db/migrate.ts';
import { servicesOn } from '#platform/db/testing.ts';
import { connectionFor, type DatabaseServer } from '#platform/postgres/connection.ts';
import { emptyDatabase } from '#platform/postgres/testing.ts';

/** The data of an office at migration 0023, which every upgrade must carry along whatever releases it passes through. */
const older = fileURLToPath(new URL('./upgrade-0023.fixtures.tar.gz', import.meta.url));
/** Releases on the way, evenly spread; all of them by hand: UPGRADE_LEGS=1000. */
const legs = Number(process.env['UPGRADE_LEGS'] ?? 3);

const names = await migrationFiles(migrationsFolder);
const later = names.filter((name) => name > '0024');
const stops = later.filter((_, at) => at % Math.max(1, Math.floor(later.length / legs)) === 0).slice(0, legs);

let archive: CheckedArchive;
let folder: string;
let newest: string;

beforeAll(async () => {
  archive = await checkArchive(older);
  folder = mkdtempSync(join(tmpdir(), 'sauro-legs-'));
  const server = await restored();
  await migrate(connectionFor(server, 'migrator'), migrationsFolder);
  newest = await shapeOf(server);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an upgrade that passes through releases on its way', () => {
  it.each(stops)('by way of %s ends with the same tables, rights and rows', async (stop) => {
    const release = mkdtempSync(join(folder, 'release-'));
    for (const name of names)
      if (name <= stop) copyFileSync(join(migrationsFolder, name), join(release, name));
    const server = await restored();
    const first = await migrate(connectionFor(server, 'migrator'), release);
    expect(first.applied.at(-1)).toBe(stop);
    await migrate(connectionFor(server, 'migrator'), migrationsFolder);
    expect(await shapeOf(server)).toEqual(newest);
  });
});

async function restored(): Promise<DatabaseServer & { kind: 'bundled' }> {
  const server = await emptyDatabase(inject('testServer'), `legs_${randomUUID().replaceAll('-', '')}`);
  await restoreBackup(connectionFor(server, 'migrator'), archive, { replace: false });
  return server;
}

/** Columns, constraints, indexes, policies and rights of every table of ours, and how many rows it holds. */
async function shapeOf(server: DatabaseServer & { kind: 'bundled' }): Promise<string> {
  const { migrator } = servicesOn(server);
  const { rows } = await migrator.query<{ name: string; shape: string }>(
    `select c.oid::regclass::text as name, concat_ws(e'\\n',
       (select string_agg(attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull, ', ' order by attname)
          from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped),
       (select string_agg(pg_get_constraintdef(oid), ', ' order by conname) from pg_constraint where conrelid = c.oid),
       (select string_agg(pg_get_indexdef(indexrelid), ', ' order by indexrelid::regclass::text)
          from pg_index where indrelid = c.oid),
       (select string_agg(polname || pg_get_expr(polqual, polrelid), ', ' order by polname)
          from pg_policy where polrelid = c.oid),
       c.relrowsecurity, c.relacl) as shape
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'v') and pg_has_role(c.relowner, 'usage') and n.nspname not like 'graphile%'
     order by 1`,
  );
  const tables = await Promise.all(
    rows.map(async ({ name, shape }) => {
      const counted = await migrator.query<{ count: string }>(`select count(*) from ${name}`);
      return `${name} (${counted.rows[0]?.count ?? ''})\n${shape}`;
    }),
  );
  return tables.join('\n\n');
}
