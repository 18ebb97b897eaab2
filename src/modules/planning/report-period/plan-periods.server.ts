import { sql } from 'kysely';
import type { Act } from '#platform/db/act.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/** Takes the periods of the earlier version of a plan over to the later one, with everything handed in so far. */
export async function carryPeriods(ctx: Ctx, tx: Act, fromPlanId: string, toPlanId: string): Promise<void> {
  await sql`
    update planning.report_period p set plan_id = n.id, source_id = coalesce(n.draft_id, n.id)
    from planning.plan o, planning.plan n
    where p.tenant_id = ${ctx.tenant.id} and o.tenant_id = p.tenant_id and n.tenant_id = p.tenant_id
      and o.id = ${fromPlanId} and n.id = ${toPlanId} and p.source_id = coalesce(o.draft_id, o.id)`.execute(
    tx.db,
  );
}

/**
 * Lets the periods of a plan go that is taken back: to the version before, or to nobody. What nobody has worked on is
 * dropped then; what units have handed in stays in the calendar, and finds its plan again when that is issued again.
 */
export async function releasePeriods(
  ctx: Ctx,
  tx: Act,
  planId: string,
  earlierId: string | null,
): Promise<void> {
  if (earlierId !== null) return carryPeriods(ctx, tx, planId, earlierId);
  await sql`
    update planning.report_period p set plan_id = null, version = p.version + 1,
      state = case when p.state in ('open', 'past') and not exists (select from planning.report_hand_in h
        where h.tenant_id = p.tenant_id and h.period_id = p.id and h.state <> 'expected') then 'dropped' else p.state end
    where p.tenant_id = ${ctx.tenant.id} and p.plan_id = ${planId}`.execute(tx.db);
}
