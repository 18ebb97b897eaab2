import { DatabaseError } from 'pg';
import { sql } from 'kysely';
import type { ReadDb } from '#platform/db/db.ts';

const queryCancelled = '57014';

/**
 * Runs reading queries that must not take longer than this many milliseconds each, inside the transaction of the
 * caller, which stays usable. Undefined when one was stopped; whatever else goes wrong is thrown.
 */
export async function withinTime<Result>(
  db: ReadDb,
  milliseconds: number,
  read: () => Promise<Result>,
): Promise<Result | undefined> {
  await sql`savepoint time_limit`.execute(db);
  await sql`set local statement_timeout = ${sql.lit(milliseconds)}`.execute(db);
  try {
    return await read();
  } catch (error) {
    if (error instanceof DatabaseError && error.code === queryCancelled) return undefined;
    throw error;
  } finally {
    // Going back gives the transaction its former limit again, and takes back nothing: there were reads only.
    await sql`rollback to savepoint time_limit`.execute(db);
  }
}
