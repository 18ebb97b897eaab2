import { sql } from 'kysely';
import type { Db } from '#platform/db/db.ts';

/**
 * Makes the kinds of jobs known to the queue, as a worker does when it starts: the first job of a kind would otherwise
 * hold up every other transaction that leaves one, until its own has committed. For the migrator.
 */
export async function makeJobsKnown(db: Db, names: readonly string[]): Promise<void> {
  await sql`
    insert into graphile_worker._private_tasks (identifier)
    select unnest(${names}::text[])
    on conflict do nothing`.execute(db);
}

/** Lets the server count its rows now: after a mass of them it would go astray until it counts by itself, a minute later.
 *  For the migrator. */
export async function countRows(db: Db): Promise<void> {
  await sql`analyze`.execute(db);
}
