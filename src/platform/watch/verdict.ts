/** Rules by which the state of the system is good, wants attention, or is bad. */
import type { SystemState } from './system-state.server.ts';

export type SystemPart = 'database' | 'migrations' | 'worker' | 'queue' | 'backup' | 'restore';
export type SystemVerdict = 'good' | 'attention' | 'bad';

const second = 1_000;
const hour = 3_600 * second;

/** A worker says that it lives every five seconds; after twelve silences it is taken for gone. */
const workerSilence = 60 * second;
const queueIsSlowAfter = 5 * 60 * second;
const queueStandsAfter = 30 * 60 * second;
/** A backup a day, with two hours for the night's job to be late. */
const backupIsOldAfter = 26 * hour;
const backupIsMissedAfter = 7 * 24 * hour;
/** A trial each night where the timer runs, once a month by hand. */
const proofIsOldAfter = 35 * 24 * hour;

/** Judges each part; the state was read, so the database answers. */
export function judgeSystem(state: SystemState): Readonly<Record<SystemPart, SystemVerdict>> {
  return {
    database: 'good',
    migrations: state.missingMigrations === 0 ? 'good' : 'bad',
    worker: since(state, state.workerSeenAt) <= workerSilence ? 'good' : 'bad',
    queue: judgeQueue(state),
    backup: judgeBackup(state),
    restore: judgeRestore(state),
  };
}

/** Seconds that the oldest due job has waited; 0 when none waits. */
export function queueAgeSeconds(state: SystemState): number {
  return state.queue.waitingSince ? Math.max(0, since(state, state.queue.waitingSince) / second) : 0;
}

function judgeQueue(state: SystemState): SystemVerdict {
  const age = queueAgeSeconds(state) * second;
  if (age > queueStandsAfter) return 'bad';
  return age > queueIsSlowAfter || state.queue.givenUp > 0 ? 'attention' : 'good';
}

function judgeBackup(state: SystemState): SystemVerdict {
  const age = since(state, state.lastBackup?.madeAt ?? null);
  if (age > backupIsMissedAfter) return 'bad';
  return age > backupIsOldAfter ? 'attention' : 'good';
}

function judgeRestore(state: SystemState): SystemVerdict {
  const { lastRehearsal } = state;
  if (lastRehearsal?.audit && lastRehearsal.audit.faults > 0) return 'bad';
  return since(state, lastRehearsal?.madeAt ?? null) > proofIsOldAfter ? 'attention' : 'good';
}

function since(state: SystemState, moment: Date | null): number {
  return moment ? state.at.getTime() - moment.getTime() : Number.POSITIVE_INFINITY;
}
