import type { Pool } from '#platform/db/db.ts';
import { newId } from '#platform/db/id.ts';
import type { Log } from '#platform/log/log.ts';

const everyMs = 15_000;

/**
 * Says now and then in the database that this process does background work, so that a web process, a watcher and the
 * doctor know. A beat that fails is only logged: the worker goes on, and the silence is what others notice.
 * @param owner a pool of the migrator: the app role may not claim to be a worker
 * @returns how to say goodbye
 */
export async function startBeat(owner: Pool, log: Log): Promise<() => Promise<void>> {
  const id = newId<'worker'>();
  const beat = async (): Promise<void> => {
    await owner.query(
      `insert into platform.worker_beat (worker_id, started_at, seen_at) values ($1, now(), now())
       on conflict (worker_id) do update set seen_at = now()`,
      [id],
    );
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
