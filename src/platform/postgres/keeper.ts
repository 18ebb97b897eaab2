import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { hasCode, refuse } from './refuse.ts';

/** One number for "this program answers for this cluster"; PostgreSQL frees it the moment the holder dies. */
const OWNERSHIP_LOCK = 7_301_205;

const RETRY_EVERY_MS = 15;
const STARTUP_PATIENCE_MS = 120_000;
const PREDECESSOR_PATIENCE_MS = 1_000;

/**
 * Connects as soon as the server answers, which after a crash takes as long as its recovery.
 * @param isGone tells that the server process ended, so that nothing is waited for
 * @returns undefined when it ended or never answered
 */
export async function connectWhenReady(
  login: pg.ClientConfig,
  isGone: () => boolean,
): Promise<pg.Client | undefined> {
  for (
    const until = Date.now() + STARTUP_PATIENCE_MS;
    Date.now() < until && !isGone();
    await sleep(RETRY_EVERY_MS)
  ) {
    const client = new pg.Client({ ...login, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (!hasCode(error, 'ECONNREFUSED', 'ECONNRESET', 'ENOENT', '57P03', '57P01')) throw error;
    }
  }
  return undefined;
}

/** Takes the ownership of the cluster for as long as this connection lives; false when another program has it.
 *  Waits a moment for the connection of an owner that was killed just now to be noticed. */
export async function takeOwnership(client: pg.Client): Promise<boolean> {
  for (const until = Date.now() + PREDECESSOR_PATIENCE_MS; ; await sleep(100)) {
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
      OWNERSHIP_LOCK,
    ]);
    if (rows[0]?.taken) return true;
    if (Date.now() > until) return false;
  }
}

/** The refusal of a second program on the same data folder. */
export function alreadyRunning() {
  return refuse('already-running', (t) => t.alreadyRunning());
}
