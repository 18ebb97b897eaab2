import { EventEmitter } from 'node:events';
import { Logger, type ParsedCronItem, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import { unavailabilityOf } from '#platform/db/unavailability.ts';
import type { Log } from '#platform/log/log.ts';
import type { QueuePool } from './queue-pool.server.ts';

/** The queue at work in this process. */
export interface QueueRunner {
  /** The name under which this process holds jobs in the queue. */
  readonly name: string;
  /** Ids of the jobs whose handlers run now. */
  readonly atWork: ReadonlySet<string>;
  /** Resolves when it has ended, asked or not. */
  readonly ended: Promise<void>;
  /** Lets handlers that run come to their end, then ends. */
  stop(): Promise<void>;
}

/** Begins to work the queue off, and to add jobs at the times of the schedule. */
export async function runQueue(
  pool: QueuePool,
  log: Log,
  taskList: TaskList,
  schedule: readonly ParsedCronItem[],
): Promise<QueueRunner> {
  const events: WorkerEvents = new EventEmitter();
  const atWork = new Set<string>();
  let name = '';
  events.on('pool:create', ({ workerPool }) => {
    name = workerPool.id;
  });
  events.on('job:start', ({ job }) => atWork.add(job.id));
  events.on('job:complete', ({ job }) => atWork.delete(job.id));
  const runner = await run({
    pgPool: pool,
    concurrency: 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    events,
    taskList,
    parsedCronItems: [...schedule],
    logger: new Logger(() => (level, message, meta) => tell(log, level, message, meta)),
  });
  const ended = runner.promise.then(
    () => undefined,
    (error: unknown) => log.error({ err: error }, 'the queue ended'),
  );
  return { name, atWork, ended, stop: () => runner.stop() };
}

/** That the database is away stands in the log already, once. */
function tell(log: Log, level: string, message: string, meta: Record<string, unknown> = {}): void {
  const isAway =
    unavailabilityOf(meta['error']) ?? unavailabilityOf((meta['error'] as Error | undefined)?.cause);
  if (isAway) log.debug({ queue: message });
  else if (level === 'error') log.error({ queue: message });
  else if (level === 'warning') log.warn({ queue: message });
}
