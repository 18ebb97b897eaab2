import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { TaskStage } from '../task/task-life.ts';
import type { RemindedTask } from './task-reminder.ts';

/** An open task with a deadline, and everybody who has to do with it today. */
export interface DueTask extends RemindedTask {
  readonly id: string;
  /** Its code and its title. */
  readonly title: string;
  readonly dueOn: PlainDate;
  readonly firstDueOn: PlainDate | null;
  readonly unitId: Id<'unit'> | null;
}

/** The open tasks of the office that are due by a day, whoever may read them: one statement. */
export async function listDueTasks(ctx: Ctx, until: PlainDate): Promise<DueTask[]> {
  const { rows } = await sql<Row>`
    with heads as (
      select o.unit_id, array_agg(o.id order by o.id) as ids from directory.published_officer o
      where o.tenant_id = ${ctx.tenant.id} and o.is_head and o.ended_on is null group by o.unit_id
    )
    select t.id, t.code, t.title, t.stage, t.due_on, t.first_due_on, t.lead_unit_id, a.id as assignee_id, p.id as approver_id,
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
  return rows.map((row) => ({
    id: row.id,
    title: `${row.code} ${row.title}`.trim(),
    stage: row.stage,
    dueOn: row.due_on,
    firstDueOn: row.first_due_on,
    unitId: row.lead_unit_id,
    assigneeId: row.assignee_id,
    approverId: row.approver_id,
    leadHeadIds: row.lead_heads,
    awaitedIds: row.awaited,
  }));
}

interface Row {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly stage: TaskStage;
  readonly due_on: PlainDate;
  readonly first_due_on: PlainDate | null;
  readonly lead_unit_id: Id<'unit'> | null;
  readonly assignee_id: Id<'officer'> | null;
  readonly approver_id: Id<'officer'> | null;
  readonly lead_heads: readonly Id<'officer'>[];
  readonly awaited: readonly Id<'officer'>[];
}
