import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Scope, StoodInFor } from '#platform/session/actor.ts';

/** One absent officer as the database gives them. */
export interface StandingInRow {
  readonly officer_id: string;
  readonly unit_id: string;
  readonly grants: { act: string; scope: Scope }[] | null;
}

/**
 * Those for whom the officer (aliased `o`) stands in on this day, each with the grants over tasks that the absent
 * one holds; nobody whose account is locked or who has left. Standing in is not handed on.
 */
export function standingIn(tenantId: Id<'tenant'>, today: PlainDate) {
  return sql<StandingInRow[] | null>`(
    select json_agg(json_build_object('officer_id', x.officer_id, 'unit_id', xp.unit_id, 'grants', (
      select json_agg(json_build_object('act', g.act, 'scope', g.scope))
      from directory.account_role ar
      join directory.role r on r.tenant_id = ar.tenant_id and r.id = ar.role_id and r.ended_at is null
      join directory.role_grant g on g.tenant_id = r.tenant_id and g.role_id = r.id
      where ar.tenant_id = x.tenant_id and ar.account_id = xa.id and g.act like 'planning.task.%')))
    from directory.absence x
    join directory.officer xo on xo.tenant_id = x.tenant_id and xo.id = x.officer_id and xo.ended_on is null
    join directory.position xp on xp.tenant_id = xo.tenant_id and xp.id = xo.position_id
    join directory.account xa on xa.tenant_id = x.tenant_id and xa.officer_id = x.officer_id and xa.locked_at is null
    where x.tenant_id = ${tenantId} and x.substitute_id = o.id and x.cancelled_at is null
      and ${today} between x.from_on and x.to_on)`;
}

/** The rows as the policies read them; `widest` merges the grants of several roles. */
export function toStoodInFor(
  rows: readonly StandingInRow[] | null,
  widest: (grants: readonly { act: string; scope: Scope }[]) => ReadonlyMap<string, Scope>,
): StoodInFor[] {
  return (rows ?? []).map((row) => ({
    officerId: row.officer_id as Id<'officer'>,
    unitIds: [row.unit_id as Id<'unit'>],
    grants: widest(row.grants ?? []),
  }));
}
