import { type Clock, systemClock } from '#platform/clock/clock.ts';
import type { Pool } from '#platform/db/db.ts';
import { createLog } from '#platform/log/log.ts';
import type { Services } from './open-ctx.ts';
import { databaseThrottle } from './throttle.ts';

/** What a test or a measurement needs beside its database: nothing is said in the log, and nothing leaves by mail. */
export function quietServices(pool: Pool, clock: Clock = systemClock): Services {
  return {
    pool,
    clock,
    log: createLog('silent'),
    throttle: databaseThrottle(pool),
    mailer: null,
    identityProvider: null,
    baseUrl: 'http://localhost',
  };
}
