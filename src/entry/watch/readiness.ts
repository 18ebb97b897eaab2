import { unavailabilityOf } from '#platform/db/unavailability.ts';
import { withoutTenant } from '#platform/db/tenant-transaction.ts';
import type { Services } from '#platform/session/open-ctx.ts';
import { readSystemState, type SystemState } from '#platform/watch/system-state.server.ts';
import {
  judgeSystem,
  queueAgeSeconds,
  type SystemPart,
  type SystemVerdict,
} from '#platform/watch/verdict.ts';

/** What a watcher outside is told: whether requests can be answered, and how each part stands. No names, no records. */
export interface Readiness {
  readonly ready: boolean;
  readonly parts: Readonly<Record<Exclude<SystemPart, 'backup' | 'restore'>, SystemVerdict | 'unknown'>>;
  readonly queueAgeSeconds: number | null;
}

/** How long one reading answers all who ask: asking often costs the database nothing. */
const keptMs = 1_000;

/** Reads the state of the system at most once a second; undefined while the database does not answer. */
export function stateReader(
  services: Services,
  migrations: readonly string[],
): () => Promise<SystemState | undefined> {
  let kept: { at: number; state: Promise<SystemState | undefined> } | undefined;
  return () => {
    if (kept && Date.now() - kept.at < keptMs) return kept.state;
    const state = withoutTenant(services.pool, (db) => readSystemState(db, migrations)).catch(
      (error: unknown) => {
        // That the database is away stands in the log already, once and not for every question of a watcher.
        if (unavailabilityOf(error) === undefined)
          services.log.warn({ err: error }, 'the state of the system cannot be read');
        return undefined;
      },
    );
    kept = { at: Date.now(), state };
    return state;
  };
}

/** Ready means that pages can be answered: a worker that rests or a slow queue is told, but takes no page away. */
export function readinessOf(state: SystemState | undefined): Readiness {
  if (!state) {
    const parts = { database: 'bad', migrations: 'unknown', worker: 'unknown', queue: 'unknown' } as const;
    return { ready: false, parts, queueAgeSeconds: null };
  }
  const { database, migrations, worker, queue } = judgeSystem(state);
  return {
    ready: migrations === 'good',
    parts: { database, migrations, worker, queue },
    queueAgeSeconds: Math.round(queueAgeSeconds(state)),
  };
}
