import { sql } from 'kysely';
import type { WorkCalendar } from '#modules/calendar/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import { compileFilter } from '#platform/list/compile-filter.server.ts';
import type { ListFilter } from '#platform/list/filter.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { filtered, listedColumns, taskFields, type TaskRow, toTaskRow } from '../task/list-tasks.server.ts';
import type { TaskRelations } from '../task/task.ts';
import { stateOf, type TaskStage, taskStages } from '../task/task-life.ts';
import { conditionOf, type FigureName, mostCards, mostOnDay } from './task-look.ts';

type Filter = Pick<ListFilter, 'search' | 'clauses'>;

/** A task as a card shows it, with what decides how it may go on. */
export type TaskCard = TaskRow &
  TaskRelations & { readonly version: number; readonly assigneeName: string | null };

/** One column of the board: all that stand at the step are counted, the first of them drawn. */
export interface BoardStep {
  readonly stage: TaskStage;
  readonly count: number;
  readonly cards: readonly TaskCard[];
}

/**
 * The tasks of the filter by their step: open ones by deadline, what is over the latest first. Two statements, however
 * many tasks there are.
 */
export async function listBoard(ctx: Ctx, calendar: WorkCalendar, filter: Filter): Promise<BoardStep[]> {
  const counts = await filtered(ctx, calendar, filter)
    .select(['t.stage', sql<number>`count(*)`.as('count')])
    .groupBy('t.stage')
    .execute();
  const standing = new Map(counts.map((row) => [row.stage, row.count]));
  const filled = taskStages.filter((stage) => standing.has(stage));
  const cards = filled.length > 0 ? await listCards(ctx, calendar, filter, filled) : [];
  return taskStages.map((stage) => ({
    stage,
    count: standing.get(stage) ?? 0,
    cards: cards.filter((card) => card.stage === stage),
  }));
}

async function listCards(
  ctx: Ctx,
  calendar: WorkCalendar,
  filter: Filter,
  stages: readonly TaskStage[],
): Promise<TaskCard[]> {
  const columns = stages.map((stage) => {
    const isOpen = stateOf(stage) === 'open';
    const order = isOpen ? sql`t.due_on, t.ordinal, t.id` : sql`t.closed_on desc, t.ordinal desc, t.id desc`;
    const first = filtered(ctx, calendar, filter)
      .select([...listedColumns, 't.version', 't.ordinal', coordinating, assigneeName])
      .select(sql<number>`row_number() over (order by ${order})`.as('place'))
      .where('t.state', '=', stateOf(stage))
      .where('t.stage', '=', stage)
      .orderBy(order)
      .limit(mostCards);
    return sql`(select * from ${first} as c)`;
  });
  const { rows } = await sql<CardRow>`select * from (${sql.join(columns, sql` union all `)}) as cards
    order by place`.execute(ctx.db);
  return rows.map((row) => ({
    coordinatingUnitIds: row.coordinating as Id<'unit'>[],
    assigneeName: row.assignee_name,
    version: row.version,
    ...toTaskRow(row),
  }));
}

type CardRow = Parameters<typeof toTaskRow>[0] & {
  readonly version: number;
  readonly coordinating: string[];
  readonly assignee_name: string | null;
};

const coordinating = sql<string[]>`array(select tu.unit_id::text from planning.task_unit tu
  where tu.tenant_id = t.tenant_id and tu.task_id = t.id and tu.part = 'coordinating')`.as('coordinating');

const assigneeName = sql<string | null>`(select o.full_name from directory.published_officer o
  where o.tenant_id = t.tenant_id and o.id = t.assignee_id)`.as('assignee_name');

/** How many tasks of the filter fall due on a day, and how they stand. */
export interface DayCount {
  readonly on: PlainDate;
  readonly total: number;
  readonly open: number;
  readonly late: number;
  readonly done: number;
}

/** The days of a stretch on which tasks of the filter fall due, in their order. */
export async function countByDay(
  ctx: Ctx,
  calendar: WorkCalendar,
  filter: Filter,
  from: PlainDate,
  to: PlainDate,
): Promise<DayCount[]> {
  const count = countOf(ctx, calendar);
  const rows = await filtered(ctx, calendar, filter)
    .select([
      't.due_on',
      count('total').as('total'),
      count('open').as('open'),
      count('late').as('late'),
      count('done').as('done'),
    ])
    .where('t.due_on', '>=', from)
    .where('t.due_on', '<=', to)
    .groupBy('t.due_on')
    .orderBy('t.due_on')
    .execute();
  return rows.map(({ due_on, total, open, late, done }) => ({
    on: due_on as PlainDate,
    total,
    open,
    late,
    done,
  }));
}

/** The first tasks that fall due on each day of a stretch, open ones before what is over. */
export async function listByDay(
  ctx: Ctx,
  calendar: WorkCalendar,
  filter: Filter,
  from: PlainDate,
  to: PlainDate,
): Promise<TaskRow[]> {
  const numbered = filtered(ctx, calendar, filter)
    .select(listedColumns)
    .select(
      sql<number>`row_number() over (partition by t.due_on order by (t.state = 'open') desc, t.ordinal, t.id)`.as(
        'place',
      ),
    )
    .where('t.due_on', '>=', from)
    .where('t.due_on', '<=', to)
    .as('d');
  const rows = await ctx.db
    .selectFrom(numbered)
    .selectAll()
    .where('d.place', '<=', mostOnDay)
    .orderBy('d.due_on')
    .orderBy('d.place')
    .execute();
  return rows.map(toTaskRow);
}

/**
 * When work on these tasks of the caller's page began: the day on which somebody was first given it, else the day on
 * which the task was made.
 */
export async function listStarts(
  ctx: Ctx,
  taskIds: readonly Id<'task'>[],
): Promise<ReadonlyMap<string, PlainDate>> {
  if (taskIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; on: PlainDate }>`
    select t.id, (coalesce(
      (select min(e.at) from planning.task_event e
        where e.tenant_id = t.tenant_id and e.task_id = t.id and e.kind = 'assigned'),
      t.created_at) at time zone 'Asia/Ho_Chi_Minh')::date as on
    from planning.task t
    where t.tenant_id = ${ctx.tenant.id} and t.id = any(${[...taskIds]}::uuid[])`.execute(ctx.db);
  return new Map(rows.map(({ id, on }) => [id, on]));
}

/** Counts rows by the condition that the list has for a figure, so that the list holds just what was counted. */
export function countOf(ctx: Ctx, calendar: WorkCalendar) {
  const fields = taskFields(ctx, calendar);
  return (figure: FigureName) => {
    const condition = conditionOf(figure);
    const clauses = condition ? [condition] : [];
    return sql<number>`count(*) filter (where ${compileFilter(fields, { clauses }, ctx.clock.today())})`;
  };
}
