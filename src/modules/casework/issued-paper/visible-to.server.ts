import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Actor } from '#platform/session/actor.ts';

/** The SQL twin of `policy.read`, over papers aliased `i`. */
export function visibleTo(actor: Actor): RawBuilder<SqlBool> {
  const scope = actor.grants.get('casework.issued-paper.read');
  if (scope === 'all') return sql<SqlBool>`true`;
  if (scope === undefined) return sql<SqlBool>`false`;
  const own = sql<SqlBool>`i.drafted_by_id is not distinct from ${actor.officerId}::uuid and i.drafted_by_id is not null`;
  if (scope === 'own') return sql<SqlBool>`(${own})`;
  const units = sql`${[...actor.unitIds]}::uuid[]`;
  return sql<SqlBool>`((${own}) or i.drafted_unit_id = any(${units}) or (i.state <> 'draft' and i.unit_ids && ${units}))`;
}
