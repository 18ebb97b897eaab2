import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Due } from '../reading/plan-reading.ts';
import type { Task } from '../task/task.ts';
import { counted } from '../task/list-tasks.server.ts';
import { visibleTo } from '../task/visible-to.server.ts';
import type { CalendarTask } from './calendar-entry.ts';

/** More tasks than these make no calendar that a person could read. */
export const mostOnCalendar = 1_000;

/**
 * The tasks that this person may read and that may fall due in a year, in the order of their plans: at most
 * `mostOnCalendar`, and whether there are more. Cancelled tasks fall due no more.
 */
export async function listTasksOfYear(
  ctx: Ctx,
  year: number,
  planId: Id<'plan'> | undefined,
): Promise<{ tasks: CalendarTask[]; hasMore: boolean }> {
  let query = ctx.db
    .selectFrom('planning.task as t')
    .leftJoin('planning.plan as p', (join) =>
      join.onRef('p.tenant_id', '=', 't.tenant_id').onRef('p.id', '=', 't.plan_id'),
    )
    .select(['t.id', 't.code', 't.title', 't.state', 't.stage', 't.due_text', 't.due_kind'])
    .select(['t.due_from', 't.due_on', 't.due', 'p.year_from', 'p.year_to'])
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where(visibleTo(ctx.actor))
    .where('t.state', '<>', 'cancelled')
    .where(counted)
    .where((where) =>
      where.or([
        where.and([
          where('t.due_kind', '=', 'recurring'),
          where('p.year_from', '<=', year),
          where('p.year_to', '>=', year),
        ]),
        // A deadline in parts may have a part in this year although its end lies in a later one.
        where.and([
          where('t.due_on', '>=', `${year}-01-01`),
          where(where.fn.coalesce('t.due_from', 't.due_on'), '<=', `${year}-12-31`),
        ]),
      ]),
    );
  if (planId) query = query.where('t.plan_id', '=', planId);
  const rows = await query
    .orderBy('p.year_from', 'desc')
    .orderBy('t.plan_id')
    .orderBy('t.ordinal')
    .orderBy('t.id')
    .limit(mostOnCalendar + 1)
    .execute();
  const tasks = rows.slice(0, mostOnCalendar).map((row) => ({
    id: row.id as Id<'task'>,
    code: row.code,
    title: row.title,
    state: row.state as Task['state'],
    stage: row.stage as Task['stage'],
    dueText: row.due_text,
    dueKind: row.due_kind as Task['dueKind'],
    dueFrom: row.due_from as PlainDate | null,
    dueOn: row.due_on as PlainDate | null,
    due: row.due as unknown as Due | null,
    // What recurs does so in the years of its plan; a task from above has one day.
    plan: { yearFrom: row.year_from ?? year, yearTo: row.year_to ?? year },
  }));
  return { tasks, hasMore: rows.length > mostOnCalendar };
}
