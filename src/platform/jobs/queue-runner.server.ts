import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { Pool } from '#platform/db/db.ts';
import { unavailabilityOf } from '#platform/db/unavailability.ts';
import type { Log } from '#platform/log/log.ts';

/** The queue at work in this process. */
export interface QueueRunner {
  /** Lets handlers that run come to their end, then ends. */
  stop(): Promise<void>;
}

const restartAfterMs = 1_000;

/**
 * Works the queue off until it is stopped. The library gives up for good when it cannot write down how a job ended,
 * as while the database is away; here it is begun again, and what its dead self still held is free at once, because
 * no handler of it runs any more.
 * @param names kept up to date: under which this process holds jobs
 */
export async function keepQueueRunning(
  pool: Pool,
  log: Log,
  taskList: TaskList,
  names: Set<string>,
): Promise<QueueRunner> {
  const stopping = new AbortController();
  let present = await begin(pool, log, taskList, names);
  const watch = (async () => {
    while (!stopping.signal.aborted) {
      await present.promise.catch((error: unknown) => log.warn({ err: error }, 'the queue stopped'));
      const gone = [...names];
      for (;;) {
        if (stopping.signal.aborted) return;
        await sleep(restartAfterMs, undefined, { signal: stopping.signal }).catch(() => undefined);
        try {
          await pool.query('select graphile_worker.force_unlock_workers($1)', [gone]);
          for (const name of gone) names.delete(name);
          present = await begin(pool, log, taskList, names);
          log.warn('the queue runs again');
          break;
        } catch (error) {
          log.debug({ err: error }, 'the queue did not begin');
        }
      }
      if (stopping.signal.aborted) await end(present);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await end(present);
      await watch;
    },
  };
}

/** One that has ended by itself says so; it is where it should be. */
async function end(runner: Runner): Promise<void> {
  await runner.stop().catch(() => undefined);
}

async function begin(pool: Pool, log: Log, taskList: TaskList, names: Set<string>): Promise<Runner> {
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => names.add(workerPool.id));
  const runner = await run({
    pgPool: pool,
    concurrency: 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    events,
    taskList,
    // Told apart from each job's own end, a failure to write it down ends the runner and not the whole process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: new Logger(() => (level, message, meta) => tell(log, level, message, meta)),
  });
  runner.promise.catch(() => undefined);
  return runner;
}

/** That the database is away stands in the log already, once. */
function tell(log: Log, level: string, message: string, meta?: Record<string, unknown>): void {
  const isAway = [meta?.['error'], meta?.['fatalError']].some((error) => unavailabilityOf(error) === 'away');
  if (isAway) log.debug({ queue: message });
  else if (level === 'error') log.error({ queue: message });
  else if (level === 'warning') log.warn({ queue: message });
}
