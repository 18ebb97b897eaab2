import { sql } from 'kysely';
import type { Db } from '#platform/db/db.ts';
import type { Id } from '#platform/db/id.ts';

/** A job to be done after the act: its name, what it works on, and a key when only one such job may wait. */
export interface JobRequest {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly key?: string;
  /** Not before this moment; at once where it is left out. */
  readonly runAt?: Date;
  /** With a key: a job that waits under it already keeps its moment. */
  readonly keepsTime?: boolean;
}

/** Adds a job in the transaction of the caller. The tenant is part of every payload. */
export async function enqueueJob(db: Db, tenantId: Id<'tenant'>, job: JobRequest): Promise<void> {
  const payload = JSON.stringify({ ...job.payload, tenantId });
  const key = job.key ?? null;
  await (job.runAt === undefined
    ? sql`select platform.enqueue(${job.name}, ${payload}::json, ${key})`
    : sql`select platform.enqueue_at(${job.name}, ${payload}::json, ${key}, ${job.runAt}, ${job.keepsTime ?? false})`
  ).execute(db);
}
