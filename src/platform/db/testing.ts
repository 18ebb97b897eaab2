import { randomUUID } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { type Clock, fixedClock } from '#platform/clock/clock.ts';
import { createLog } from '#platform/log/log.ts';
import { connectionFor } from '#platform/postgres/connection.ts';
import { cloneDatabase } from '#platform/postgres/testing.ts';
import type { Services } from '#platform/session/open-ctx.ts';
import { databaseThrottle } from '#platform/session/throttle.ts';
import { openPool, type Pool } from './db.ts';

/** The day on which tests stand unless they say otherwise: a Tuesday. */
export const testClock: Clock = fixedClock('2026-05-12T10:30:00+07:00');

/**
 * A migrated, empty database of this test file, reached as the app role; it is closed after the file's last test.
 * The migrator's pool is for looking behind row-level security and for reference data.
 */
export async function testServices(): Promise<Services & { migrator: Pool }> {
  const server = await cloneDatabase(inject('testServer'), `test_${randomUUID().replaceAll('-', '')}`);
  const fail = (error: Error) => {
    throw error;
  };
  const pool = openPool(connectionFor(server, 'app'), fail);
  const migrator = openPool({ ...connectionFor(server, 'migrator'), max: 2 }, fail);
  afterAll(async () => {
    await pool.end();
    await migrator.end();
  });
  return {
    pool,
    migrator,
    clock: testClock,
    log: createLog('silent'),
    throttle: databaseThrottle(pool),
    mailer: null,
    identityProvider: null,
    baseUrl: 'http://localhost',
  };
}
