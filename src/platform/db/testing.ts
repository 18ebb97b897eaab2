import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, inject } from 'vitest';
import { type Clock, fixedClock } from '#platform/clock/clock.ts';
import { type BundledServer, connectionFor } from '#platform/postgres/connection.ts';
import { cloneDatabase } from '#platform/postgres/testing.ts';
import type { Services } from '#platform/session/open-ctx.ts';
import { quietServices } from '#platform/session/testing-surroundings.ts';
import { openPool, type Pool } from './db.ts';
import { atEndOfFile } from './testing-ends.ts';
import { listLooseReads, noteStatements } from './testing-statements.ts';

/** The day on which tests stand unless they say otherwise: a Tuesday. */
const testClock: Clock = fixedClock('2026-05-12T10:30:00+07:00');

/** What tests use of a database; the migrator's pool is for looking behind row-level security and reference data. */
export type TestServices = Services & { migrator: Pool; server: BundledServer };

/** A migrated, empty database of this test file, reached as the app role; it is closed after the file's last test. */
export async function testServices(): Promise<TestServices> {
  return servicesOn(await cloneDatabase(inject('testServer'), `test_${randomUUID().replaceAll('-', '')}`));
}

/**
 * A database that a test made itself, reached as the app role; it is closed after the file's last test, once every
 * statement that went through it was seen to name the tenant of each table it touched.
 */
export function servicesOn(server: BundledServer): TestServices {
  const fail = (error: Error) => {
    throw error;
  };
  const pool = openPool(connectionFor(server, 'app'), fail);
  const migrator = openPool({ ...connectionFor(server, 'migrator'), max: 2 }, fail);
  const statements = noteStatements(pool);
  const services = quietServices(pool, testClock);
  atEndOfFile(async () => {
    const loose = await listLooseReads(migrator, statements);
    await pool.end();
    await migrator.end();
    rmSync(dirname(dirname(services.files.staging)), { recursive: true, force: true });
    expect(loose).toEqual([]);
  });
  return { ...services, server, migrator };
}
