import { plainDate } from '#platform/clock/plain-date.ts';
import type { Pool } from '#platform/db/db.ts';
import { asOwner } from '#platform/db/tenant-transaction.ts';
import { keptDays } from './kept-days.server.ts';

/**
 * Something that people leave behind and that is no record of the office: kept for a time, then removed for good.
 * Modules hand on their own by their doors; how many days each is kept stands in `platform.retention_rule`.
 */
export interface Trace {
  readonly what: string;
  readonly table: string;
  /** A condition of SQL over the table's columns; $1 is the moment before which things are too old. */
  readonly isOld: string;
}

/** What the platform itself leaves behind. */
export const platformTraces: readonly Trace[] = [
  { what: 'kept-form', table: 'platform.kept_form', isOld: 'kept_at < $1' },
  { what: 'sent-form', table: 'platform.sent_form', isOld: 'sent_at < $1' },
  { what: 'challenge', table: 'platform.challenge', isOld: 'expires_at < $1' },
  {
    what: 'throttle',
    table: 'platform.throttle',
    isOld: 'expire < extract(epoch from $1::timestamptz) * 1000',
  },
];

const dayMs = 24 * 3_600_000;

/**
 * Removes what is older than its rule of today says, of all tenants, each kind in one statement. Gives how many of
 * each went. Run as the owner: no tenant is asked for.
 */
export async function purgeTraces(
  owner: Pool,
  traces: readonly Trace[],
  now: Date,
): Promise<Record<string, number>> {
  const gone: Record<string, number> = {};
  for (const { what, table, isOld } of traces) {
    const days = await asOwner(owner, (db) => keptDays(db, what, plainDate(now.toISOString().slice(0, 10))));
    const before = new Date(now.getTime() - days * dayMs);
    const { rowCount } = await owner.query(`delete from ${table} where ${isOld}`, [before]);
    gone[what] = rowCount ?? 0;
  }
  return gone;
}
