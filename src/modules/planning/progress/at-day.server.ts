import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { DB } from '#db/types.ts';
import { addDays, type PlainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { counted } from '../task/list-tasks.server.ts';
import { visibleTo } from '../task/visible-to.server.ts';
import type { Figure, Grouping } from './progress.ts';

/** The moment at which a day of Việt Nam ends. */
export function endOfDay(day: PlainDate): string {
  return `${addDays(day, 1)}T00:00:00+07:00`;
}

/**
 * The tasks that this person may read as they stood at the end of a day, aliased `w`: those made by then, at the step
 * to which their events had brought them. What nothing has happened to since stands as it is, so that only tasks that
 * have moved on are told by their events. Units and people are those of today. What they are
 * called is left to whoever shows it: whole years of tasks are counted here, and their titles would spill to disk.
 * @param among which tasks instead, for a caller who has asked for another right
 */
export function tasksAt(
  ctx: Ctx,
  day: PlainDate,
  among: (where: ExpressionBuilder<DB & { t: DB['planning.task'] }, 't'>) => Expression<SqlBool> = visibleTo(
    ctx.actor,
  ),
) {
  const end = endOfDay(day);
  const isNow = day >= ctx.clock.today();
  const { stage, doneOn } = isNow ? asItIs : asItStood(ctx, end);
  const tasks = ctx.db
    .selectFrom('planning.task as t')
    .leftJoin('planning.plan_section as s', (join) =>
      join.onRef('s.tenant_id', '=', 't.tenant_id').onRef('s.id', '=', 't.section_id'),
    )
    .$if(!isNow, (query) =>
      query.leftJoin(movedSince(ctx, end), (join) => join.onRef('m.task_id', '=', 't.id')),
    )
    .select([
      't.tenant_id',
      't.id',
      't.plan_id',
      't.ordinal',
      't.lead_unit_id',
      't.assignee_id',
      't.approver_id',
      // What is said of a recurring task holds for each of its times.
      sql<string>`case when t.nature = 'occurrence' then t.parent_id else t.id end`.as('duty_id'),
      's.axis',
      't.first_due_on',
      stage.as('stage'),
      doneOn.as('done_on'),
    ])
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where('t.created_at', '<', sql<Date>`${end}::timestamptz`)
    .where(counted)
    .where(among);
  // Of a day that has gone, worked out once for each task, however often it is counted.
  return ctx.db
    .with(
      (cte) => (isNow ? cte('w') : cte('w').materialized()),
      () => tasks,
    )
    .selectFrom('w')
    .where('w.tenant_id', '=', ctx.tenant.id)
    .where('w.stage', '<>', 'cancelled');
}

/** The step of a task and the day of its hand-in by its row, aliased `t`: nothing has happened after today. */
const asItIs = { stage: sql<string>`t.stage`, doneOn: sql<string | null>`t.closed_on` };

/** The same by its events before a moment, where it has moved on since; `m` tells which have. */
function asItStood(ctx: Ctx, end: string): typeof asItIs {
  const hasMoved = sql<SqlBool>`m.task_id is not null`;
  const events = sql`planning.task_event e where e.tenant_id = ${ctx.tenant.id} and e.task_id = t.id
    and e.at < ${end}::timestamptz`;
  return {
    stage: sql<string>`case when ${hasMoved}
      then coalesce((select e.stage from ${events} and e.stage is not null order by e.at desc, e.id desc limit 1), 'draft')
      else t.stage end`,
    // The day of the last hand-in before the approval; in histories of before, that of the completion.
    doneOn: sql<string | null>`case when ${hasMoved}
      then (select (e.at at time zone 'Asia/Ho_Chi_Minh')::date from ${events} and e.kind in ('submitted', 'completed')
        order by e.at desc, e.id desc limit 1)
      else t.closed_on end`,
  };
}

/** The tasks to which something has happened since a moment, aliased `m`: asked once for all. */
function movedSince(ctx: Ctx, end: string) {
  return ctx.db
    .selectFrom('planning.task_event as e')
    .select('e.task_id')
    .distinct()
    .where('e.tenant_id', '=', ctx.tenant.id)
    .where('e.at', '>=', sql<Date>`${end}::timestamptz`)
    .as('m');
}

/** The SQL twin of `standingOf`, over `w`. */
export function standingAt(day: PlainDate): RawBuilder<string> {
  return sql<string>`case
    when w.stage = 'done' then case when w.first_due_on is null or w.done_on is null or w.done_on <= w.first_due_on
      then 'on-time' else 'done-late' end
    when w.stage = 'waiting' then 'waiting'
    when w.first_due_on < ${day} then 'late'
    when w.stage = 'draft' then 'unassigned'
    else 'in-progress' end`;
}

/** The SQL twin of `countsIn`, over `w`. */
export function inFigure(figure: Figure, day: PlainDate): RawBuilder<SqlBool> {
  switch (figure) {
    case 'total':
      return sql<SqlBool>`true`;
    case 'assigned':
      return sql<SqlBool>`w.stage <> 'draft'`;
    case 'due':
      return sql<SqlBool>`${standingAt(day)} in ('on-time', 'done-late', 'late')`;
    default:
      return sql<SqlBool>`${standingAt(day)} = ${figure}`;
  }
}

/** Where the name of a task's group lies, over `w`. */
export function groupColumn(by: Grouping): RawBuilder<string | null> {
  switch (by) {
    case 'unit':
      return sql<string | null>`w.lead_unit_id::text`;
    case 'axis':
      return sql<string | null>`w.axis`;
    case 'leader':
      return sql<string | null>`w.approver_id::text`;
  }
}
