import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { DB } from '#db/types.ts';
import type { Actor } from '#platform/session/actor.ts';

/** The SQL twin of `policy.read`: true where the position (aliased `p`) of the absent officer is in reach. */
export function visibleTo(actor: Actor) {
  return (where: ExpressionBuilder<DB & { p: DB['directory.position'] }, 'p'>) => {
    const scope = actor.grants.get('directory.absence.record');
    if (scope === 'all') return sql<SqlBool>`true`;
    if (scope !== 'unit' || actor.unitIds.length === 0) return sql<SqlBool>`false`;
    return where('p.unit_id', 'in', [...actor.unitIds]);
  };
}
