import { type SqlBool, sql } from 'kysely';
import type { Actor } from '#platform/session/actor.ts';

/** The SQL twin of `policy.read`: the runs of this person. */
export function visibleTo(actor: Actor) {
  return sql<SqlBool>`account_id = ${actor.accountId}::uuid`;
}
