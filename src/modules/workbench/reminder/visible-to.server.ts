import { type SqlBool, sql } from 'kysely';
import { reminderReach } from '#modules/casework/index.server.ts';
import type { Actor } from '#platform/session/actor.ts';
import { noticeSources } from '../notice/sources.server.ts';

/** The SQL twin of `policy.read` over lines of the ledger (aliased `n`) whose records the person may read. */
export function visibleTo(actor: Actor) {
  const records = noticeSources.map(
    (one) => sql`(n.record_kind = ${one.recordKind} and ${one.visibleTo(actor)})`,
  );
  return sql<SqlBool>`(${reminderReach(actor)} and (${sql.join(records, sql` or `)}))`;
}
