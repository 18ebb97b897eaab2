import { sql } from 'kysely';
import { addWorkingDays, loadOfficeCalendar } from '#modules/calendar/index.server.ts';
import type { Matter, MatterSource } from '#modules/casework/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { TaskStage } from '../task/task-life.ts';
import { remindedOf } from './task-reminder.ts';

/** Nobody is reminded of a task further ahead than this. */
const furthestWorkingDays = 30;

/**
 * Tasks, as the morning round goes through them: by their present deadline, which the ledger tells from the first. The
 * round acts for the office, so that no task is left out because somebody may not read it.
 */
export const taskMatters: MatterSource = {
  recordKind: 'task',
  mattersOn: async (ctx, today) => {
    const calendar = await loadOfficeCalendar(ctx);
    return listMatters(ctx, addWorkingDays(calendar, today, furthestWorkingDays));
  },
};

async function listMatters(ctx: Ctx, until: PlainDate): Promise<Matter[]> {
  const { rows } = await sql<Row>`
    with heads as (
      select o.unit_id, array_agg(o.id order by o.id) as ids from directory.published_officer o
      where o.tenant_id = ${ctx.tenant.id} and o.is_head and o.ended_on is null group by o.unit_id
    )
    select t.id, t.stage, t.due_on, t.first_due_on, t.lead_unit_id, a.id as assignee_id, p.id as approver_id,
      coalesce(h.ids, '{}') as lead_heads, coalesce(c.ids, '{}') as awaited
    from planning.task t
    left join directory.published_officer a on a.tenant_id = t.tenant_id and a.id = t.assignee_id and a.ended_on is null
    left join directory.published_officer p on p.tenant_id = t.tenant_id and p.id = t.approver_id and p.ended_on is null
    left join heads h on h.unit_id = t.lead_unit_id
    left join (
      select u.task_id, array_agg(distinct x.id) as ids
      from planning.task_unit u
      left join planning.contribution k on k.tenant_id = u.tenant_id and k.task_id = u.task_id and k.unit_id = u.unit_id
      left join directory.published_officer o on o.tenant_id = u.tenant_id and o.id = k.officer_id and o.ended_on is null
      left join heads ch on ch.unit_id = u.unit_id
      cross join lateral unnest(case when o.id is null then ch.ids else array[o.id] end) as x(id)
      where u.tenant_id = ${ctx.tenant.id} and u.part = 'coordinating'
        and (k.stage is null or k.stage in ('asked', 'accepted', 'sent-back'))
      group by u.task_id
    ) c on c.task_id = t.id
    where t.tenant_id = ${ctx.tenant.id} and t.nature in ('single', 'occurrence') and t.due_on <= ${until}
      and t.state = 'open' and t.stage <> 'waiting'
    order by t.due_on, t.id`.execute(ctx.db);
  return rows.flatMap((row) => {
    const officerIds = remindedOf({
      stage: row.stage,
      assigneeId: row.assignee_id,
      approverId: row.approver_id,
      leadHeadIds: row.lead_heads,
      awaitedIds: row.awaited,
    });
    if (officerIds.length === 0) return [];
    return {
      recordId: row.id,
      dueOn: row.due_on,
      firstDueOn: row.first_due_on,
      officerIds,
      unitId: row.lead_unit_id,
    };
  });
}

interface Row {
  readonly id: string;
  readonly stage: TaskStage;
  readonly due_on: PlainDate;
  readonly first_due_on: PlainDate | null;
  readonly lead_unit_id: Id<'unit'> | null;
  readonly assignee_id: Id<'officer'> | null;
  readonly approver_id: Id<'officer'> | null;
  readonly lead_heads: readonly Id<'officer'>[];
  readonly awaited: readonly Id<'officer'>[];
}
