import { sql } from 'kysely';
import { soonUntil, type WorkCalendar } from '#modules/calendar/index.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { counted, lacking } from '../task/list-tasks.server.ts';
import type { SixClear } from '../task/six-clear.ts';
import type { Clarity } from '../task/task-list.ts';
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
 * Counts the tasks of plans that this person may read, by lead unit, by section or by plan, in one query. Every number equals
 * the count of the task list under the filter of the same name. Deadlines are the first that were set: moving one moves
 * no figure.
 */
export async function summarizeTasks(
  ctx: Ctx,
  calendar: WorkCalendar,
  by: 'unit' | 'section' | 'plan',
  planId?: string,
): Promise<GroupSummary[]> {
  const key = sql.ref(by === 'unit' ? 't.lead_unit_id' : by === 'section' ? 't.section_id' : 't.plan_id');
  let query = ctx.db
    .selectFrom('planning.task as t')
    .select([sql<string | null>`${key}`.as('key'), ...counts(ctx, calendar)])
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where('t.from_number', 'is', null)
    .where(visibleTo(ctx.actor))
    .where(counted)
    .groupBy(key);
  if (planId) query = query.where('t.plan_id', '=', planId);
  return query.execute();
}

/** The same of the tasks from above as one: they stand in no plan, and are counted apart. */
export function summarizeFromAbove(ctx: Ctx, calendar: WorkCalendar): Promise<TaskSummary> {
  return ctx.db
    .selectFrom('planning.task as t')
    .select(counts(ctx, calendar))
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where('t.from_number', 'is not', null)
    .where('t.conclusion_id', 'is', null)
    .where(counted)
    .where(visibleTo(ctx.actor))
    .executeTakeFirstOrThrow();
}

/** How many of the tasks aliased `t` stand how. */
function counts(ctx: Ctx, calendar: WorkCalendar) {
  const today = ctx.clock.today();
  const soon = soonUntil(calendar, today);
  const count = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})`;
  return [
    sql<number>`count(*)`.as('total'),
    count(sql`t.state = 'done'`).as('done'),
    count(sql`t.state = 'cancelled'`).as('cancelled'),
    count(sql`t.state = 'open' and t.first_due_on < ${today}`).as('late'),
    count(sql`t.state = 'open' and t.first_due_on between ${today} and ${soon}`).as('soon'),
    count(sql`t.state = 'open' and (t.first_due_on is null or t.first_due_on > ${soon})`).as('rest'),
    count(sql`t.state = 'open' and t.assignee_id is null`).as('unassigned'),
    count(sql`t.state = 'open' and ${lacking.thieu}`).as('unclear'),
  ] as const;
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

/** How many open tasks of a plan there are, how many have all six clears, and how many lack each of them. */
export interface ClaritySummary {
  readonly open: number;
  readonly clear: number;
  readonly lacking: Readonly<Record<SixClear, number>>;
}

/** What of the list's filter by the six clears each of them is missing as. */
export const lackOf: Readonly<Record<SixClear, Clarity>> = {
  person: 'chua-giao',
  work: 'thieu-viec',
  responsibility: 'thieu-trach-nhiem',
  progress: 'thieu-tien-do',
  result: 'thieu-ket-qua',
  authority: 'thieu-tham-quyen',
};

/**
 * The six clears of the open tasks of a plan that this person may read. Every number equals the count of the task list
 * under the filter of the same name.
 */
export async function summarizeClarity(ctx: Ctx, planId: string): Promise<ClaritySummary> {
  const count = (clarity: Clarity) => sql<number>`count(*) filter (where ${lacking[clarity]})`;
  const { open, clear, ...missing } = await ctx.db
    .selectFrom('planning.task as t')
    .select([
      sql<number>`count(*)`.as('open'),
      count('du').as('clear'),
      count(lackOf.person).as('person'),
      count(lackOf.work).as('work'),
      count(lackOf.responsibility).as('responsibility'),
      count(lackOf.progress).as('progress'),
      count(lackOf.result).as('result'),
      count(lackOf.authority).as('authority'),
    ])
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where('t.plan_id', '=', planId)
    .where('t.state', '=', 'open')
    .where(visibleTo(ctx.actor))
    .where(counted)
    .executeTakeFirstOrThrow();
  return { open, clear, lacking: missing };
}
