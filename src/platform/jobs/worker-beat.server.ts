import type { Pool } from '#platform/db/db.ts';
import { unavailabilityOf } from '#platform/db/unavailability.ts';
import { newId } from '#platform/db/id.ts';
import type { Log } from '#platform/log/log.ts';
import { silenceWatch } from './silence-watch.ts';

export interface BeatPace {
  readonly everyMs: number;
  /** A worker that gave no sign for so long, while somebody looked all the time, was killed. */
  readonly goneAfterMs: number;
}

export const usualPace: BeatPace = { everyMs: 5_000, goneAfterMs: 20_000 };

/**
 * Says now and then in the database that this process does background work, so that a web process, a watcher and the
 * doctor know; and frees the jobs of workers that no longer say so, because they were killed. A beat that fails is only
 * logged: the worker goes on, and the silence is what others notice.
 * @param owner a pool of the migrator: the app role may not claim to be a worker
 * @param names under which this process holds jobs; read anew at each beat
 * @returns how to say goodbye
 */
export async function startBeat(
  owner: Pool,
  log: Log,
  names: ReadonlySet<string>,
  { everyMs, goneAfterMs }: BeatPace,
): Promise<() => Promise<void>> {
  const id = newId<'worker'>();
  const watch = silenceWatch(goneAfterMs, 2 * everyMs);
  const beat = async (): Promise<void> => {
    await owner.query(
      `insert into platform.worker_beat (worker_id, started_at, seen_at, names) values ($1, now(), now(), $2)
       on conflict (worker_id) do update set seen_at = now(), names = $2`,
      [id, [...names]],
    );
    await bringForward(owner);
    const gone = watch.silent(await signsOfLife(owner, names), performance.now());
    if (gone.length > 0) await freeJobs(owner, gone, log);
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

/** Everybody else who holds jobs, with when they last said that they live; null for one whom nobody speaks for. */
async function signsOfLife(owner: Pool, own: ReadonlySet<string>): Promise<Map<string, string | null>> {
  const { rows } = await owner.query<{ holder: string; sign: string | null }>(
    `select j.locked_by as holder, max(b.seen_at)::text as sign
     from (select distinct locked_by from graphile_worker.jobs where locked_by is not null) j
     left join platform.worker_beat b on j.locked_by = any (b.names)
     group by j.locked_by`,
  );
  return new Map(rows.filter(({ holder }) => !own.has(holder)).map(({ holder, sign }) => [holder, sign]));
}

/** Jobs of whoever is gone will never be finished by them; the queue alone would wait four hours. */
async function freeJobs(owner: Pool, gone: readonly string[], log: Log): Promise<void> {
  await owner.query('select graphile_worker.force_unlock_workers($1)', [gone]);
  log.warn({ workers: gone.length }, 'jobs of workers that are gone are free again');
}

/** Jobs from before the clock was set back are due now, not when the clock gets there again. */
async function bringForward(owner: Pool): Promise<void> {
  await owner.query(
    `update graphile_worker._private_jobs set run_at = now(), created_at = now()
     where locked_at is null and created_at > now() + interval '1 minute'`,
  );
}
