import { sql } from 'kysely';
import { type AuditEntry, writeAuditLine } from '#platform/audit/audit-line.server.ts';
import { enqueueJob, type JobRequest } from '#platform/jobs/enqueue.server.ts';
import { actCount } from '#platform/metrics/metrics.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { announce } from '#platform/webhook/announce.server.ts';
import { putIntoTrash, takeOutOfTrash, type ThrownAway } from '#platform/trash/trash.server.ts';
import type { Db } from './db.ts';
import { forgetGatheredSince, gatheredSoFar } from './gathered.ts';
import type { Outcome } from './outcome.ts';

/** What an act may use: the writing handle, the moment it happens, its audit line and its jobs. */
export interface Act {
  readonly db: Db;
  /** One instant for everything that the act writes. */
  readonly now: Date;
  /** Records who did this to which record, and what changed. Every successful act must. */
  audit(entry: AuditEntry): Promise<void>;
  /** Adds a background job, seen by workers only if this act commits. */
  enqueue(job: JobRequest): Promise<void>;
  /** Puts a record into the trash, from which it can be brought back for its time. */
  throwAway(thrown: ThrownAway): Promise<void>;
  /** Takes a record out of the trash that is back. */
  bringBack(record: { kind: string; recordId: string }): Promise<void>;
}

/**
 * The only door to writing. Runs `work` inside the transaction of the request; a refused outcome takes back what it
 * wrote, a throw ends the whole transaction. Success without an audit line is a fault, not a result, and a request
 * that may only read cannot act.
 */
export async function act<Value, Code extends string>(
  ctx: Ctx,
  name: string,
  work: (tx: Act) => Promise<Outcome<Value, Code>>,
): Promise<Outcome<Value, Code>> {
  const db = ctx.writer;
  if (!db) throw new Error(`the act ${name} was tried in a reading request`);
  const now = ctx.clock.now();
  let audited = false;
  const before = gatheredSoFar(db);
  await sql`savepoint act`.execute(db);
  const outcome = await work({
    db,
    now,
    audit: async (entry) => {
      writeAuditLine(db, ctx, name, now, entry);
      const { recordKind, recordId } = entry;
      announce(db, ctx.tenant.id, { event: name, recordKind, recordId, at: now });
      audited = true;
    },
    enqueue: (job) => enqueueJob(db, ctx.tenant.id, job),
    throwAway: (thrown) => putIntoTrash(db, ctx, name, now, thrown),
    bringBack: (record) => takeOutOfTrash(db, ctx, record),
  });
  if (!outcome.ok) {
    await sql`rollback to savepoint act`.execute(db);
    forgetGatheredSince(db, before);
  } else if (!audited) throw new Error(`the act ${name} succeeded without an audit line`);
  actCount.inc({ act: name, outcome: outcome.ok ? 'done' : 'refused' });
  return outcome;
}
