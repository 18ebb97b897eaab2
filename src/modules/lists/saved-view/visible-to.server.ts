import { type SqlBool, sql } from 'kysely';
import type { Actor } from '#platform/session/actor.ts';

/** The SQL twin of `policy.read`, for views aliased `v`. */
export function visibleTo(actor: Actor) {
  return sql<SqlBool>`(v.is_shared or v.owner_id = ${actor.accountId}::uuid)`;
}
