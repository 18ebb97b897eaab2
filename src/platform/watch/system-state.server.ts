import { sql } from 'kysely';
import type { ReadDb } from '#platform/db/db.ts';
import { hasCode } from '#platform/postgres/refuse.ts';

/** How the parts behind the pages stand, as the database tells. */
export interface SystemState {
  /** The moment by the database's clock. */
  readonly at: Date;
  /** Migrations of this program that the database has not had. */
  readonly missingMigrations: number;
  /** When a process of background work last said that it lives; null when none ever did. */
  readonly workerSeenAt: Date | null;
  readonly queue: QueueState;
  /** The newest backups; undefined where none was made. */
  readonly lastBackup: BackupMade | undefined;
  readonly lastRehearsal: RestoreTried | undefined;
}

export interface QueueState {
  /** Jobs that are due and not begun. */
  readonly waiting: number;
  /** Since when the oldest of them is due. */
  readonly waitingSince: Date | null;
  /** Jobs that failed at every try. */
  readonly givenUp: number;
  /** Since when the longest running job is at work. */
  readonly heldSince: Date | null;
}

export interface BackupMade {
  readonly madeAt: Date;
  readonly fileName: string;
  readonly byteCount: number;
}

/** A backup that was restored for a trial and compared row by row. */
export interface RestoreTried extends BackupMade {
  readonly rowCount: number;
  /** What the chains of the audit in it were found to be; undefined where nobody looked. */
  readonly audit: { readonly lines: number; readonly faults: number } | undefined;
}

interface StateRow {
  at: Date;
  worker_seen_at: Date | null;
  waiting: number;
  waiting_since: Date | null;
  given_up: number;
  held_since: Date | null;
}

const nothing = {
  workerSeenAt: null,
  queue: { waiting: 0, waitingSince: null, givenUp: 0, heldSince: null },
  lastBackup: undefined,
  lastRehearsal: undefined,
};

/**
 * Reads how the system stands, as the app role and whatever the tenant. A schema older than these tables is answered
 * with the count of what it lacks and nothing else; it ends the transaction, so it must be the last that is read there.
 * @param migrations the names of this program's migrations
 */
export async function readSystemState(db: ReadDb, migrations: readonly string[]): Promise<SystemState> {
  const applied = await appliedMigrations(db);
  const missingMigrations = migrations.filter((name) => !applied.has(name)).length;
  if (missingMigrations > 0) return { at: new Date(), missingMigrations, ...nothing };
  const { rows } = await sql<StateRow>`
    select now() as at, (select max(seen_at) from platform.worker_beat) as worker_seen_at, q.*
    from platform.queue_state() as q`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('the database said nothing of the queue');
  return {
    at: row.at,
    missingMigrations,
    workerSeenAt: row.worker_seen_at,
    queue: {
      waiting: row.waiting,
      waitingSince: row.waiting_since,
      givenUp: row.given_up,
      heldSince: row.held_since,
    },
    lastBackup: await newestBackup(db),
    lastRehearsal: await newestRehearsal(db),
  };
}

/** Empty on a database that no migration of ours has touched, or that is older than the grant to read them. */
async function appliedMigrations(db: ReadDb): Promise<Set<string>> {
  try {
    const { rows } = await sql<{ name: string }>`select name from migration.applied`.execute(db);
    return new Set(rows.map(({ name }) => name));
  } catch (error) {
    if (hasCode(error, '42501', '42P01', '3F000')) return new Set();
    throw error;
  }
}

async function newestBackup(db: ReadDb): Promise<BackupMade | undefined> {
  const row = await newest(db, 'backup');
  return row && { madeAt: row.made_at, fileName: row.file_name, byteCount: Number(row.byte_count) };
}

async function newestRehearsal(db: ReadDb): Promise<RestoreTried | undefined> {
  const row = await newest(db, 'rehearsal');
  return (
    row && {
      madeAt: row.made_at,
      fileName: row.file_name,
      byteCount: Number(row.byte_count),
      rowCount: Number(row.row_count),
      audit:
        row.audit_line_count === null
          ? undefined
          : { lines: Number(row.audit_line_count), faults: row.audit_fault_count ?? 0 },
    }
  );
}

function newest(db: ReadDb, kind: 'backup' | 'rehearsal') {
  return db
    .selectFrom('platform.backup_made')
    .select(['made_at', 'file_name', 'byte_count', 'row_count', 'audit_line_count', 'audit_fault_count'])
    .where('kind', '=', kind)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}
