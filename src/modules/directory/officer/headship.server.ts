import { sql } from 'kysely';
import type { Act } from '#platform/db/act.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/**
 * Writes down who heads which unit from today on, after officers were entered, moved, corrected, ended or restored. The
 * first head that is known of a unit counts as its head since before; a position that heads again goes on as before.
 */
export async function keepHeadships(ctx: Ctx, tx: Act): Promise<void> {
  const tenantId = ctx.tenant.id;
  const today = ctx.clock.today();
  await sql`update directory.headship h
    set to_on = greatest(coalesce(o.ended_on, ${today}::date), coalesce(h.from_on, '-infinity'))
    from directory.officer o
    where h.tenant_id = ${tenantId} and o.tenant_id = h.tenant_id and o.id = h.officer_id and h.to_on is null
      and (o.ended_on is not null or o.position_id <> h.position_id or not exists (
        select from directory.position p
        where p.tenant_id = h.tenant_id and p.id = h.position_id and p.is_head))`.execute(tx.db);
  await sql`insert into directory.headship (tenant_id, officer_id, position_id, unit_id, from_on)
    select o.tenant_id, o.id, p.id, p.unit_id, case when exists (
        select from directory.headship h where h.tenant_id = p.tenant_id and h.unit_id = p.unit_id)
      then ${today}::date end
    from directory.officer o
    join directory.position p on p.tenant_id = o.tenant_id and p.id = o.position_id
    where o.tenant_id = ${tenantId} and o.ended_on is null and p.is_head
      and not exists (select from directory.headship h where h.tenant_id = o.tenant_id and h.officer_id = o.id
        and h.position_id = p.id and h.to_on is null)
    on conflict (tenant_id, officer_id, position_id) do update set to_on = null`.execute(tx.db);
}
