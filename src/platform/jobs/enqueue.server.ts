import { sql } from 'kysely';
import type { Db } from '#platform/db/db.ts';
import type { Id } from '#platform/db/id.ts';

/** A job to be done after the act: its name, what it works on, and a key when only one such job may wait. */
export interface JobRequest {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly key?: string;
}

/** Adds a job in the transaction of the caller. The tenant is part of every payload. */
export async function enqueueJob(db: Db, tenantId: Id<'tenant'>, job: JobRequest): Promise<void> {
  const payload = JSON.stringify({ ...job.payload, tenantId });
  await sql`select platform.enqueue(${job.name}, ${payload}::json, ${job.key ?? null})`.execute(db);
}
