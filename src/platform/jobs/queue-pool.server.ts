import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { unavailabilityOf } from '#platform/db/unavailability.ts';

const tryAgainAfterMs = 500;
const patientFailures = 5;

/** By this code PostgreSQL asks that a statement be repeated; the queue's library then does so, a hundred times. */
const repeatCode = '40001';

/**
 * The connections of the job queue. Its library writes down how a job ended without waiting for the outcome, and a
 * failure that it does not repeat would end the whole process. So whoever asks for a connection while the database is
 * away waits until it is back, and a statement that broke off is reported as one to be repeated; all of the library's
 * statements may be.
 */
export class QueuePool extends pg.Pool {
  /** Tries in vain since the database last answered. */
  #failures = 0;

  constructor(config: pg.PoolConfig) {
    super({
      max: 4,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 15_000,
      query_timeout: 20_000,
      ...config,
    });
    // The app's own pool tells that the database is away; connections of the queue need not say it again.
    this.on('error', () => undefined);
    this.on('connect', (client) => {
      client.on('error', () => undefined);
      makeRepeatable(client);
    });
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Parameters<pg.Pool['connect']>[0]): void;
  override connect(tell?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | void {
    const connected = this.#connectWhenBack();
    if (!tell) return connected;
    connected.then(
      (client) => tell(undefined, client, (reason?: Error | boolean) => client.release(reason)),
      (error: unknown) => tell(error as Error, undefined, () => undefined),
    );
  }

  /** Waits for something to end, but not for a database that is away for longer than a moment. */
  async unlessAway(work: Promise<unknown>): Promise<void> {
    const over = work.then(() => true);
    over.catch(() => undefined);
    do {
      const isOver = await Promise.race([over, sleep(tryAgainAfterMs, false, { ref: false })]);
      if (isOver) return;
    } while (this.#failures <= patientFailures);
  }

  async #connectWhenBack(): Promise<pg.PoolClient> {
    for (;;) {
      try {
        const client = await super.connect();
        this.#failures = 0;
        return client;
      } catch (error) {
        this.#failures += 1;
        // Whoever still asks when everything has ended is not answered, because nobody listens any more.
        if (this.ending) return new Promise(() => undefined);
        if (!unavailabilityOf(error)) throw error;
      }
      await sleep(tryAgainAfterMs);
    }
  }
}

function makeRepeatable(client: pg.PoolClient): void {
  const held = client as unknown as { query: (...given: unknown[]) => unknown };
  const query = held.query.bind(client);
  held.query = (...given) => {
    const answer = query(...given);
    return answer instanceof Promise ? answer.catch(askToRepeat) : answer;
  };
}

function askToRepeat(error: unknown): never {
  if (!unavailabilityOf(error)) throw error;
  throw Object.assign(new Error('the database went away', { cause: error }), { code: repeatCode });
}
