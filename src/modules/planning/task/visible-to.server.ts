import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { DB } from '#db/types.ts';
import type { Actor, StoodInFor } from '#platform/session/actor.ts';

/** The SQL twin of `policy.read`: true for the tasks (aliased `t`) that this person may read. */
export function visibleTo(actor: Actor) {
  return (where: TaskWhere) => {
    const own = visibleToOne(actor)(where);
    if (!actor.standsInFor?.length) return own;
    return where.or([own, ...actor.standsInFor.map((absent) => visibleToOne(absent)(where))]);
  };
}

type TaskWhere = ExpressionBuilder<DB & { t: DB['planning.task'] }, 't'>;

function visibleToOne(actor: StoodInFor) {
  return (where: TaskWhere): Expression<SqlBool> => {
    const scope = actor.grants.get('planning.task.read');
    if (scope === 'all') return sql<SqlBool>`true`;
    if (scope === undefined) return sql<SqlBool>`false`;
    const own = where.or([
      where('t.assignee_id', '=', actor.officerId),
      where('t.approver_id', '=', actor.officerId),
    ]);
    if (scope === 'own' || actor.unitIds.length === 0) return own;
    return where.or([
      own,
      where('t.lead_unit_id', 'in', [...actor.unitIds]),
      where.exists(
        where
          .selectFrom('planning.task_unit as tu')
          .select('tu.unit_id')
          .whereRef('tu.tenant_id', '=', 't.tenant_id')
          .whereRef('tu.task_id', '=', 't.id')
          .where('tu.unit_id', 'in', [...actor.unitIds]),
      ),
    ]);
  };
}
