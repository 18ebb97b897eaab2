import type pg from 'pg';
import { systemClock } from '#platform/clock/clock.ts';
import { openPool } from '#platform/db/db.ts';
import { createLog } from '#platform/log/log.ts';
import { databaseThrottle } from '#platform/session/throttle.ts';
import { startWorker } from './worker.ts';

/** The worker as a process of its own, for tests that kill it: connections and internal hosts come as JSON. */
const [, , given = '{}'] = process.argv;
const { app, owner, internalHosts } = JSON.parse(given) as {
  app: pg.PoolConfig;
  owner: pg.PoolConfig;
  internalHosts: string[];
};
const log = createLog('silent');
const pool = openPool(app, () => undefined);
await startWorker(
  {
    pool,
    clock: systemClock,
    log,
    throttle: databaseThrottle(pool),
    mailer: null,
    identityProvider: null,
    baseUrl: 'http://localhost',
    internalHosts,
  },
  owner,
);
process.stdout.write('works\n');
