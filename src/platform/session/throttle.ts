import { createHash } from 'node:crypto';
import { networkOf } from './network.ts';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Pool } from '#platform/db/db.ts';
import { asUnavailable } from '#platform/db/unavailability.ts';
import { TooMany } from '#platform/http/thrown.ts';

/** Counts attempts in the database, so that several processes count together and a restart forgets nothing. */
export interface Throttle {
  /** Counts one attempt; throws `TooMany` when the limit of its kind is passed. */
  count(kind: ThrottleKind, key: string): Promise<void>;
  /** Forgets the attempts, after a success. */
  forget(kind: ThrottleKind, key: string): Promise<void>;
}

/** Attempts allowed in a window; beyond it every further attempt waits for the window to end. */
const limits = {
  'sign-in-name': { points: 10, duration: 15 * 60 },
  'sign-in-address': { points: 100, duration: 15 * 60 },
  'forgotten-name': { points: 3, duration: 15 * 60 },
  'forgotten-address': { points: 20, duration: 15 * 60 },
  'challenge-address': { points: 300, duration: 15 * 60 },
  factor: { points: 10, duration: 15 * 60 },
  proof: { points: 10, duration: 15 * 60 },
  'contact-code': { points: 8, duration: 60 * 60 },
  'contact-try': { points: 12, duration: 15 * 60 },
  'set-up-code': { points: 20, duration: 15 * 60 },
} as const;

export type ThrottleKind = keyof typeof limits;

/** Keys are hashed before they are stored: no name or address stands in the table. */
export function databaseThrottle(pool: Pool): Throttle {
  const limiters = new Map(
    Object.entries(limits).map(([kind, limit]) => [
      kind,
      new RateLimiterPostgres({
        ...limit,
        storeClient: pool,
        storeType: 'pool',
        schemaName: 'platform',
        tableName: 'throttle',
        tableCreated: true,
        keyPrefix: kind,
      }),
    ]),
  );
  const limiter = (kind: ThrottleKind) => limiters.get(kind) as RateLimiterPostgres;
  const hashed = (key: string) => createHash('sha256').update(key).digest('base64url');
  return {
    count: async (kind, key) => {
      const counted = kind.endsWith('-address') ? networkOf(key) : key;
      try {
        await limiter(kind).consume(hashed(counted));
      } catch (reason) {
        if (reason instanceof RateLimiterRes) throw new TooMany(Math.ceil(reason.msBeforeNext / 1000));
        throw asUnavailable(reason);
      }
    },
    forget: async (kind, key) => {
      await limiter(kind)
        .delete(hashed(key))
        .catch((error: unknown) => {
          throw asUnavailable(error);
        });
    },
  };
}
