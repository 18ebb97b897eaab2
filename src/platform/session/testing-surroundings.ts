import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, systemClock } from '#platform/clock/clock.ts';
import type { Pool } from '#platform/db/db.ts';
import { filePlace, usualFileLimits } from '#platform/files/file-place.ts';
import { createLog } from '#platform/log/log.ts';
import type { Services } from './open-ctx.ts';
import { databaseThrottle } from './throttle.ts';

/**
 * What a test or a measurement needs beside its database: nothing is said in the log, nothing leaves by mail, and files
 * lie in a folder of their own, which is made when the first one comes.
 */
export function quietServices(pool: Pool, clock: Clock = systemClock): Services {
  return {
    pool,
    clock,
    log: createLog('silent'),
    throttle: databaseThrottle(pool),
    mailer: null,
    identityProvider: null,
    files: filePlace(join(tmpdir(), `sauro-files-${randomUUID()}`), {
      s3: undefined,
      scanner: undefined,
      limits: usualFileLimits,
    }),
    baseUrl: 'http://localhost',
  };
}
