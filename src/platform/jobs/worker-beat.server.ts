import type { Pool } from '#platform/db/db.ts';
import { newId } from '#platform/db/id.ts';
import { unavailabilityOf } from '#platform/db/unavailability.ts';
import type { Log } from '#platform/log/log.ts';
import type { QueueRunner } from './queue-runner.server.ts';
import { silenceWatch } from './silence-watch.ts';

export interface BeatPace {
  readonly everyMs: number;
  /** A worker that gave no sign for so long, while somebody looked all the time, was killed. */
  readonly goneAfterMs: number;
}

export const usualPace: BeatPace = { everyMs: 5_000, goneAfterMs: 20_000 };

/** A job that somebody holds, and the sign by which one sees that it is at work; null where nobody gives any. */
interface HeldJob {
  readonly id: string;
  readonly holder: string;
  readonly sign: string | null;
}

/**
 * Says now and then in the database that this process does background work, so that a web process, a watcher and the
 * doctor know; and frees the jobs that are held and that nobody is at: those of workers that were killed, and those
 * that this process was given in an answer which it never got. A beat that fails is only logged: the worker goes on,
 * and the silence is what others notice.
 * @param owner a pool of the migrator: the app role may not claim to be a worker
 * @returns how to say goodbye
 */
export async function startBeat(
  owner: Pool,
  log: Log,
  queue: Pick<QueueRunner, 'name' | 'atWork'>,
  { everyMs, goneAfterMs }: BeatPace,
): Promise<() => Promise<void>> {
  const id = newId<'worker'>();
  const watch = silenceWatch(goneAfterMs, 3 * everyMs);
  let looks = 0;
  const beat = async (): Promise<void> => {
    await owner.query(
      `insert into platform.worker_beat (worker_id, started_at, seen_at, names) values ($1, now(), now(), $2)
       on conflict (worker_id) do update set seen_at = now(), names = $2`,
      [id, [queue.name]],
    );
    await bringForward(owner);
    looks += 1;
    const signs = (await heldJobs(owner)).map(({ id: job, holder, sign }): [string, string | null] => {
      if (holder !== queue.name) return [job, sign];
      return [job, queue.atWork.has(job) ? `at work ${looks}` : 'not at work'];
    });
    const left = watch.silent(new Map(signs), performance.now());
    if (left.length > 0) await freeJobs(owner, left, log);
  };
  await beat();
  // Those that were killed could not say goodbye.
  await owner.query(`delete from platform.worker_beat where seen_at < now() - interval '1 day'`);
  let isBeating = false;
  const timer = setInterval(() => {
    if (isBeating) return;
    isBeating = true;
    void beat()
      .catch((error: unknown) => log[unavailabilityOf(error) ? 'debug' : 'warn']({ err: error }, 'no beat'))
      .finally(() => {
        isBeating = false;
      });
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await owner
      .query('delete from platform.worker_beat where worker_id = $1', [id])
      .catch((error: unknown) => log.warn({ err: error }, 'no goodbye'));
  };
}

async function heldJobs(owner: Pool): Promise<HeldJob[]> {
  const { rows } = await owner.query<HeldJob>(
    `select j.id::text, j.locked_by as holder, max(b.seen_at)::text as sign
     from graphile_worker.jobs j left join platform.worker_beat b on j.locked_by = any (b.names)
     where j.locked_by is not null group by j.id, j.locked_by`,
  );
  return rows;
}

/**
 * Nobody will finish them; the queue alone would wait four hours before it gives them out again. What is tried once
 * would lie there as given up for ever: it goes, for the clock strikes again.
 */
async function freeJobs(owner: Pool, ids: readonly string[], log: Log): Promise<void> {
  await owner.query(
    `with once as (
       delete from graphile_worker._private_jobs where id = any ($1::bigint[]) and max_attempts = 1
     )
     update graphile_worker._private_jobs set locked_at = null, locked_by = null, run_at = now()
     where id = any ($1::bigint[]) and max_attempts > 1`,
    [ids],
  );
  log.warn({ jobs: ids.length }, 'jobs that nobody was at are free again');
}

/** Jobs from before the clock was set back are due now, not when the clock gets there again. */
async function bringForward(owner: Pool): Promise<void> {
  await owner.query(
    `update graphile_worker._private_jobs set run_at = now(), created_at = now()
     where locked_at is null and created_at > now() + interval '1 minute'`,
  );
}
