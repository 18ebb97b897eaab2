import type pg from 'pg';
import { openPool } from '#platform/db/db.ts';
import { quietServices } from '#platform/session/testing-surroundings.ts';
import { startWorker } from './worker.ts';

/** The worker as a process of its own, for tests that kill it: connections and internal hosts come as JSON. */
const [, , given = '{}'] = process.argv;
const { app, owner, internalHosts } = JSON.parse(given) as {
  app: pg.PoolConfig;
  owner: pg.PoolConfig;
  internalHosts: string[];
};
const pool = openPool(app, () => undefined);
await startWorker({ ...quietServices(pool), internalHosts }, owner);
process.stdout.write('works\n');
