import { sql } from 'kysely';
import { addWorkingDays, loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import type { Matter, MatterSource } from '#modules/casework/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/** Nobody is reminded of a report further ahead than this. */
const furthestWorkingDays = 30;

/**
 * Reports that units still have to hand in, as the morning round goes through them: the heads of the unit are reminded,
 * all of its people where it has no head. The round acts for the office, so nobody's sight leaves a report out.
 */
export const reportMatters: MatterSource = {
  recordKind: 'report-hand-in',
  mattersOn: async (ctx, today) =>
    listMatters(ctx, addWorkingDays(await loadOfficeCalendar(ctx), today, furthestWorkingDays)),
};

async function listMatters(ctx: Ctx, until: PlainDate): Promise<Matter[]> {
  const { rows } = await sql<Matter>`
    with people as (
      select o.unit_id, array_agg(o.id order by o.id) filter (where o.is_head) as heads, array_agg(o.id order by o.id) as all_ids
      from directory.published_officer o
      where o.tenant_id = ${ctx.tenant.id} and o.ended_on is null group by o.unit_id
    )
    select h.id as "recordId", p.due_on as "dueOn", p.due_on as "firstDueOn", h.unit_id as "unitId",
      coalesce(w.heads, w.all_ids) as "officerIds"
    from planning.report_hand_in h
    join planning.report_period p on p.tenant_id = h.tenant_id and p.id = h.period_id
    join people w on w.unit_id = h.unit_id
    where h.tenant_id = ${ctx.tenant.id} and p.state = 'open' and p.due_on <= ${until}
      and h.state in ('expected', 'sent-back')
    order by p.due_on, h.id`.execute(ctx.db);
  return rows.map((row) => ({ ...row, unitId: row.unitId as Id<'unit'> }));
}
