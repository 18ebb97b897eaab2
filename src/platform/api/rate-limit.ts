import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Pool } from '#platform/db/db.ts';
import { Unavailable } from '#platform/http/thrown.ts';
import type { ApiLimits } from './limits.ts';

/** Where a caller stands in the window: what is left, and the seconds until it begins anew. */
export interface Allowance {
  readonly isAllowed: boolean;
  readonly limit: number;
  readonly left: number;
  readonly seconds: number;
}

export interface RateLimit {
  /** Counts one request. */
  take(kind: keyof ApiLimits, key: string): Promise<Allowance>;
}

const windowSeconds = 60;
/** Requests that a process fetches from the common count at once, so that it need not ask for each. */
const shares = 20;
const mostKeys = 10_000;

interface Share {
  /** Requests that this process may still let through without asking. */
  mine: number;
  /** What the common count had left when the share was fetched. */
  common: number;
  endsAt: number;
  isSpent: boolean;
}

/**
 * Counts requests of all processes together in the database, which each asks only once for a twentieth of the limit.
 * A caller that moves between processes can thus be stopped early, by at most that share for each; never late.
 */
export function databaseRateLimit(pool: Pool, limits: ApiLimits, now: () => number = Date.now): RateLimit {
  const held = new Map<string, Share>();
  const limiters = {
    perToken: limiter(pool, 'api-token', limits.perToken),
    perAddress: limiter(pool, 'api-address', limits.perAddress),
  };
  return {
    take: async (kind, key) => {
      const limit = limits[kind];
      const name = `${kind} ${key}`;
      let share = held.get(name);
      if (!share || share.endsAt <= now() || (share.mine === 0 && !share.isSpent)) {
        share = await fetchShare(limiters[kind], hashed(key), Math.max(1, Math.floor(limit / shares)), now);
        if (held.size >= mostKeys) held.clear();
        held.set(name, share);
      }
      const isAllowed = share.mine > 0;
      if (isAllowed) share.mine -= 1;
      return {
        isAllowed,
        limit,
        left: share.common + share.mine,
        seconds: Math.max(1, Math.ceil((share.endsAt - now()) / 1_000)),
      };
    },
  };
}

async function fetchShare(
  counter: RateLimiterPostgres,
  key: string,
  size: number,
  now: () => number,
): Promise<Share> {
  try {
    const counted = await counter.consume(key, size);
    return {
      mine: size,
      common: counted.remainingPoints,
      endsAt: now() + counted.msBeforeNext,
      isSpent: false,
    };
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes))
      throw new Unavailable('requests cannot be counted', { cause: reason });
    return { mine: 0, common: 0, endsAt: now() + reason.msBeforeNext, isSpent: true };
  }
}

function limiter(pool: Pool, keyPrefix: string, points: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    points,
    duration: windowSeconds,
    storeClient: pool,
    storeType: 'pool',
    schemaName: 'platform',
    tableName: 'throttle',
    tableCreated: true,
    keyPrefix,
  });
}

/** No token and no address stands in the table. */
function hashed(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

/** The headers that tell a program where it stands (draft-ietf-httpapi-ratelimit-headers). */
export function rateHeaders(allowance: Allowance): Record<string, string> {
  return {
    'ratelimit-policy': `"minute";q=${allowance.limit};w=${windowSeconds}`,
    ratelimit: `"minute";r=${allowance.left};t=${allowance.seconds}`,
  };
}
