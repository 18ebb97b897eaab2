import { sql } from 'kysely';
import { soonUntil, type WorkCalendar } from '#modules/calendar/index.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { visibleTo } from '../task/visible-to.server.ts';

/** How the tasks of one group stand; `late`, `soon` and `rest` together are the open ones. */
export interface TaskSummary {
  readonly total: number;
  readonly done: number;
  readonly cancelled: number;
  readonly late: number;
  readonly soon: number;
  readonly rest: number;
  readonly unassigned: number;
  readonly unclear: number;
}

export interface GroupSummary extends TaskSummary {
  /** Id of the lead unit or of the section; null for tasks without one. */
  readonly key: string | null;
}

const none: TaskSummary = {
  total: 0,
  done: 0,
  cancelled: 0,
  late: 0,
  soon: 0,
  rest: 0,
  unassigned: 0,
  unclear: 0,
};

/**
 * Counts the tasks that this person may read, by lead unit, by section or by plan, in one query. Every number equals
 * the count of the task list under the filter of the same name.
 */
export async function summarizeTasks(
  ctx: Ctx,
  calendar: WorkCalendar,
  by: 'unit' | 'section' | 'plan',
  planId?: string,
): Promise<GroupSummary[]> {
  const today = ctx.clock.today();
  const soon = soonUntil(calendar, today);
  const key = sql.ref(by === 'unit' ? 't.lead_unit_id' : by === 'section' ? 't.section_id' : 't.plan_id');
  const count = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})`;
  let query = ctx.db
    .selectFrom('planning.task as t')
    .select([
      sql<string | null>`${key}`.as('key'),
      sql<number>`count(*)`.as('total'),
      count(sql`t.state = 'done'`).as('done'),
      count(sql`t.state = 'cancelled'`).as('cancelled'),
      count(sql`t.state = 'open' and t.due_on < ${today}`).as('late'),
      count(sql`t.state = 'open' and t.due_on between ${today} and ${soon}`).as('soon'),
      count(sql`t.state = 'open' and (t.due_on is null or t.due_on > ${soon})`).as('rest'),
      count(sql`t.state = 'open' and t.assignee_id is null`).as('unassigned'),
      count(sql`t.state = 'open' and (t.assignee_id is null or t.lead_unit_id is null or t.due_kind is null
        or coalesce(t.product, '') = '' or t.approver_id is null)`).as('unclear'),
    ])
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where(visibleTo(ctx.actor))
    .groupBy(key);
  if (planId) query = query.where('t.plan_id', '=', planId);
  return query.execute();
}

/** All groups as one. */
export function sumUp(groups: readonly TaskSummary[]): TaskSummary {
  return groups.reduce<TaskSummary>(
    (sum, group) => ({
      total: sum.total + group.total,
      done: sum.done + group.done,
      cancelled: sum.cancelled + group.cancelled,
      late: sum.late + group.late,
      soon: sum.soon + group.soon,
      rest: sum.rest + group.rest,
      unassigned: sum.unassigned + group.unassigned,
      unclear: sum.unclear + group.unclear,
    }),
    none,
  );
}
