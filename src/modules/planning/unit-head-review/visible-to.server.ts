import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Actor } from '#platform/session/actor.ts';

/** The SQL twin of `policy.read`, over the column that names the head. */
export function visibleTo(actor: Actor, head: 'v.officer_id' | 'h.officer_id'): RawBuilder<SqlBool> {
  const scope = actor.grants.get('planning.unit-head-review.read');
  if (scope === 'all') return sql<SqlBool>`true`;
  if (scope !== 'own' || actor.officerId === null) return sql<SqlBool>`false`;
  return sql<SqlBool>`${sql.ref(head)} = ${actor.officerId}`;
}
