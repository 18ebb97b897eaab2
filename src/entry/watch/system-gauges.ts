import { Gauge, Registry } from 'prom-client';
import type { Pool } from '#platform/db/db.ts';
import type { SystemState } from '#platform/watch/system-state.server.ts';
import { queueAgeSeconds } from '#platform/watch/verdict.ts';

/** Measures of the parts behind the pages, set from one reading at each scrape.
 *  @returns the text for a state; a database that is away is a measure too */
export function systemGauges(pool: Pool): (state: SystemState | undefined) => Promise<string> {
  const registry = new Registry();
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const up = gauge('sauro_database_up', 'Whether the database answers (1) or not (0).');
  const missing = gauge('sauro_migrations_missing', 'Migrations of this release that the database lacks.');
  const waiting = gauge('sauro_queue_waiting_jobs', 'Jobs that are due and not begun.');
  const age = gauge('sauro_queue_age_seconds', 'How long the oldest due job has waited.');
  const givenUp = gauge('sauro_queue_given_up_jobs', 'Jobs that failed at every try.');
  const seen = gauge('sauro_worker_silent_seconds', 'Since when no worker has said that it lives.');
  const backup = gauge('sauro_backup_age_seconds', 'Age of the newest backup.');
  const proof = gauge('sauro_restore_proof_age_seconds', 'Since when no backup was restored for a trial.');
  const held = gauge('sauro_database_connections', 'Connections that this process holds open.');
  const queued = gauge('sauro_database_connections_awaited', 'Requests that wait for a connection.');
  return (state) => {
    registry.resetMetrics();
    up.set(state ? 1 : 0);
    held.set(pool.totalCount);
    queued.set(pool.waitingCount);
    if (state) {
      missing.set(state.missingMigrations);
      waiting.set(state.queue.waiting);
      age.set(queueAgeSeconds(state));
      givenUp.set(state.queue.givenUp);
      seen.set(secondsSince(state, state.workerSeenAt));
      backup.set(secondsSince(state, state.lastBackup?.madeAt));
      proof.set(secondsSince(state, state.lastRehearsal?.madeAt));
    }
    return registry.metrics();
  };
}

/** Infinity, which Prometheus understands, where it never happened. */
function secondsSince(state: SystemState, moment: Date | null | undefined): number {
  return moment ? (state.at.getTime() - moment.getTime()) / 1_000 : Number.POSITIVE_INFINITY;
}
