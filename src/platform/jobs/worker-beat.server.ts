import type { Pool } from '#platform/db/db.ts';
import { newId } from '#platform/db/id.ts';
import type { Log } from '#platform/log/log.ts';

const everyMs = 15_000;

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
): Promise<() => Promise<void>> {
  const id = newId<'worker'>();
  const beat = async (): Promise<void> => {
    await owner.query(
      `insert into platform.worker_beat (worker_id, started_at, seen_at, names) values ($1, now(), now(), $2)
       on conflict (worker_id) do update set seen_at = now(), names = $2`,
      [id, [...names]],
    );
    await freeAbandoned(owner, log);
  };
  await beat();
  // Those that were killed could not say goodbye.
  await owner.query(`delete from platform.worker_beat where seen_at < now() - interval '1 day'`);
  const timer = setInterval(
    () => void beat().catch((error: unknown) => log.warn({ err: error }, 'no beat')),
    everyMs,
  );
  return async () => {
    clearInterval(timer);
    await owner
      .query('delete from platform.worker_beat where worker_id = $1', [id])
      .catch((error: unknown) => log.warn({ err: error }, 'no goodbye'));
  };
}

/** A job held for a minute by a name that no living process bears will never be finished by whoever held it; the
 *  queue alone would wait four hours. The minute lets a worker that is new say its name. */
async function freeAbandoned(owner: Pool, log: Log): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select distinct locked_by as name from graphile_worker.jobs
     where locked_at < now() - interval '1 minute' and locked_by not in (
       select unnest(names) from platform.worker_beat where seen_at > now() - interval '1 minute')`,
  );
  if (rows.length === 0) return;
  await owner.query('select graphile_worker.force_unlock_workers($1)', [rows.map(({ name }) => name)]);
  log.warn({ workers: rows.length }, 'jobs of workers that are gone are free again');
}
