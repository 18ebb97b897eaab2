import pg from 'pg';
import { Unavailable } from '#platform/http/thrown.ts';
import type { Log } from '#platform/log/log.ts';
import { nowAndThen } from '#platform/log/now-and-then.ts';
import { turnedAwayCount } from '#platform/metrics/metrics.ts';
import { poolConfig } from './db.ts';
import { type Sentinel, watchDatabase } from './sentinel.ts';

/** So many may wait for a connection at once; a page needs one for some milliseconds, so they wait a second or two. */
const mostWaiting = 200;
/** A connection that stays silent longer than the server lets a statement run is given up from here. */
const silenceMs = 20_000;
const tellLostEveryMs = 10_000;

/**
 * The pool of a program that answers people: while the database is away everybody is turned away at once instead of
 * waiting for it, who is in the middle of something is let go, and the log says once that it went and once that it
 * is back. More than `mostWaiting` at the door are turned away too, so that nothing piles up.
 */
export class GuardedPool extends pg.Pool {
  readonly #sentinel: Sentinel;
  readonly #log: Log;
  readonly #held = new Set<pg.PoolClient>();
  #turnedAway = 0;
  #wentAt = 0;

  constructor(config: pg.PoolConfig, log: Log) {
    super(poolConfig({ connectionTimeoutMillis: 4_000, query_timeout: silenceMs, ...config }));
    this.#log = log;
    this.on('acquire', (client) => this.#held.add(client));
    this.on('release', (_error, client) => this.#held.delete(client));
    // When a server goes all its connections go; one line stands for all.
    const tellLost = nowAndThen(tellLostEveryMs, (count) => log.warn({ count }, 'database connections lost'));
    this.on('error', tellLost);
    // A client that somebody holds tells its holder by the failing query; unheard, the event would end the program.
    this.on('connect', (client) => client.on('error', () => undefined));
    this.#sentinel = watchDatabase(config, (away, reason) => (away ? this.#went(reason) : this.#cameBack()));
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Parameters<pg.Pool['connect']>[0]): void;
  override connect(callback?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | void {
    const refusal = this.#refusal();
    if (!refusal) return callback ? super.connect(callback) : super.connect();
    this.#turnedAway += 1;
    turnedAwayCount.inc({ reason: refusal.reason });
    if (!callback) return Promise.reject(refusal);
    process.nextTick(callback, refusal, undefined, () => undefined);
  }

  override async end(): Promise<void> {
    await this.#sentinel.stop();
    await super.end();
  }

  #refusal(): Unavailable | undefined {
    if (this.#sentinel.isAway()) return new Unavailable('the database is away', { reason: 'away' });
    if (this.waitingCount < mostWaiting) return undefined;
    return new Unavailable('too many wait for the database', { reason: 'busy' });
  }

  #went(reason: unknown): void {
    this.#wentAt = Date.now();
    this.#turnedAway = 0;
    this.#log.error({ err: reason, held: this.#held.size, waiting: this.waitingCount }, 'database away');
    for (const client of this.#held) endNow(client);
  }

  #cameBack(): void {
    const seconds = Math.round((Date.now() - this.#wentAt) / 1_000);
    this.#log.warn({ seconds, turnedAway: this.#turnedAway }, 'database back');
  }
}

/** Breaks the connection off under a query that nobody will answer, so that its caller learns of it now. */
function endNow(client: pg.PoolClient): void {
  void (client as unknown as pg.Client).end().catch(() => undefined);
}
