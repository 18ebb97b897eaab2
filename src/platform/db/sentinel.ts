import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { unavailabilityOf } from './unavailability.ts';

/** Asks the database again and again whether it answers, on a connection of its own. */
export interface Sentinel {
  /** False from the moment the database was found away until it answers again. */
  isAway(): boolean;
  stop(): Promise<void>;
}

const askEveryMs = 1_000;
const answerWithinMs = 2_000;
const retryEveryMs = 250;

/**
 * Begins to watch a database. A server that refuses or breaks connections is found at once; one that stands still, as
 * a stopped process or a dead network does, after two questions without an answer (five seconds at most). One question
 * alone proves nothing: this program may have been busy itself and late to look.
 * @param onChange told once when the database goes away, with the reason, and once when it is back
 */
export function watchDatabase(
  config: pg.ClientConfig,
  onChange: (away: boolean, reason?: unknown) => void,
): Sentinel {
  const stopping = new AbortController();
  let away = false;
  const turn = (now: boolean, reason?: unknown): void => {
    if (now === away || stopping.signal.aborted) return;
    away = now;
    onChange(now, reason);
  };

  const stand = async (): Promise<void> => {
    const client = new pg.Client({
      ...config,
      connectionTimeoutMillis: answerWithinMs,
      query_timeout: answerWithinMs,
    });
    const broken = new AbortController();
    client.on('error', () => broken.abort());
    client.on('end', () => broken.abort());
    try {
      await client.connect();
      for (;;) {
        await ask(client);
        turn(false);
        await pause(askEveryMs, AbortSignal.any([broken.signal, stopping.signal]));
        if (broken.signal.aborted || stopping.signal.aborted) return;
      }
    } catch (error) {
      // A server that has no place for one more connection serves those that it has.
      if (unavailabilityOf(error) !== 'busy') turn(true, error);
    } finally {
      void client.end().catch(() => undefined);
    }
    await pause(retryEveryMs, stopping.signal);
  };

  const watch = (async () => {
    while (!stopping.signal.aborted) await stand();
  })();
  return {
    isAway: () => away,
    stop: () => {
      stopping.abort();
      return watch;
    },
  };
}

async function ask(client: pg.Client): Promise<void> {
  await client.query('select').catch(() => client.query('select'));
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { signal }).then(
    () => undefined,
    () => undefined,
  );
}
