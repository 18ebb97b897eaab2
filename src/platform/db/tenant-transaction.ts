import { validate } from 'uuid';
import type { Db, Pool } from './db.ts';
import { dbOn } from './db.ts';
import { asUnavailable, unavailabilityOf } from './unavailability.ts';
import { writeGathered } from './gathered.ts';

/**
 * Runs `work` in one transaction of one tenant: the only place that sets `app.tenant`, by which every row-level
 * policy decides. The id is a checked uuid written as a literal, because neither `set_config` nor a session setting
 * reaches the nodes of a cluster. Read transactions cannot write. Rolls back and rethrows when `work` throws.
 */
export function inTenant<Result>(
  pool: Pool,
  tenantId: string,
  mode: 'read' | 'write',
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  if (!validate(tenantId)) throw new TypeError('a tenant id is a uuid');
  return inTransaction(
    pool,
    `begin${mode === 'read' ? ' read only' : ''}; set local app.tenant = '${tenantId}'`,
    work,
  );
}

/** Runs `work` with no tenant set: shared tables can be read, tenant tables show no row. */
export function withoutTenant<Result>(pool: Pool, work: (db: Db) => Promise<Result>): Promise<Result> {
  return inTransaction(pool, 'begin read only', work);
}

/** Runs `work` as the owner of the schemas, on a pool of the migrator: for reference data, never for a request. */
export function asOwner<Result>(migrator: Pool, work: (db: Db) => Promise<Result>): Promise<Result> {
  return inTransaction(migrator, 'begin', work);
}

async function inTransaction<Result>(
  pool: Pool,
  opening: string,
  work: (db: Db) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect().catch((error: unknown) => {
    throw asUnavailable(error);
  });
  let broken: Error | undefined;
  const note = (error: Error) => {
    broken = error;
  };
  client.on('error', note);
  try {
    await client.query(opening);
    const db = dbOn(client);
    const result = await work(db);
    await writeGathered(db);
    await client.query('commit');
    return result;
  } catch (error) {
    // What does not answer would not answer the rollback either; the server takes back what a lost connection began.
    if (unavailabilityOf(error) === 'away') note(error as Error);
    else await client.query('rollback').catch(note);
    throw asUnavailable(error);
  } finally {
    client.off('error', note);
    client.release(broken);
  }
}
