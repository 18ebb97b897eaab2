import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Id } from '#platform/db/id.ts';
import { type KeysetPage, keysetPage, nextBatch } from '#platform/list/keyset.server.ts';
import type { OrderMap } from '#platform/list/order.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { TaskStage } from '../task/task-life.ts';
import { groupColumn, inFigure, standingAt, tasksAt } from './at-day.server.ts';
import { type Figure, type Figures, figures, type Grouping, type Standing } from './progress.ts';

/** The figures of one group; the key is the id of the unit or leader, or the axis; null for tasks without one. */
export interface ProgressGroup extends Figures {
  readonly key: string | null;
}

/** How the tasks that this person may read stood at the end of a day, group by group, in one query. */
export async function countProgress(ctx: Ctx, day: PlainDate, by: Grouping): Promise<ProgressGroup[]> {
  const key = groupColumn(by);
  const counts = figures.map((figure) =>
    sql<number>`(count(*) filter (where ${inFigure(figure, day)}))::int`.as(figure),
  );
  const rows = await tasksAt(ctx, day)
    .select([key.as('key'), ...counts])
    .groupBy(key)
    .execute();
  return rows;
}

/** Which tasks a figure counted: of one group, or of all where none is named. */
export interface FigureQuery {
  readonly day: PlainDate;
  readonly figure: Figure;
  readonly by: Grouping;
  /** Null for the group of tasks that have no unit, axis or leader; undefined for all groups. */
  readonly key: string | null | undefined;
}

/** A task as a figure counted it. */
export interface CountedTask {
  readonly id: Id<'task'>;
  readonly code: string;
  readonly title: string;
  readonly stage: TaskStage;
  readonly standing: Standing;
  readonly firstDueOn: PlainDate | null;
  readonly doneOn: PlainDate | null;
  readonly unitName: string | null;
  readonly assigneeName: string | null;
  readonly approverName: string | null;
}

const pageSize = 50;

/** One page of just the tasks that a figure counted, by their first deadline. */
export async function listCounted(
  ctx: Ctx,
  query: FigureQuery,
  cursor: string | undefined,
): Promise<KeysetPage<CountedTask>> {
  const page = await keysetPage(
    ctx.db,
    counted(ctx, query),
    countedOrders,
    { sort: countedSort, cursor },
    pageSize,
  );
  return { ...page, rows: page.rows.map(toCounted) };
}

/** All of them, at most so many, for a file. */
export async function listAllCounted(ctx: Ctx, query: FigureQuery, most: number): Promise<CountedTask[]> {
  const { rows } = await nextBatch(ctx.db, counted(ctx, query), countedOrders, countedSort, undefined, most);
  return rows.map(toCounted);
}

/** How many tasks a figure counted: the number on the page of figures, asked of the same rows. */
export async function countCounted(ctx: Ctx, query: FigureQuery): Promise<number> {
  const row = await within(ctx, query)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Tasks behind figures stand by their first deadline. */
export const countedSort = { by: 'han', isDown: false };
const ties = [
  { kind: 'whole', sql: sql`w.ordinal` },
  { kind: 'id', sql: sql`w.id` },
] as const;
export const countedOrders: OrderMap = {
  han: { by: { kind: 'date', sql: sql`w.first_due_on`, canBeEmpty: true }, ties },
};

function within(ctx: Ctx, { day, figure, by, key }: FigureQuery) {
  const tasks = tasksAt(ctx, day).where(inFigure(figure, day));
  if (key === undefined) return tasks;
  const column = groupColumn(by);
  return key === null ? tasks.where(column, 'is', null) : tasks.where(column, '=', key);
}

function counted(ctx: Ctx, query: FigureQuery) {
  return asCounted(within(ctx, query), query.day);
}

/** Tasks at a day with all that a list of them shows. */
export function asCounted(tasks: ReturnType<typeof tasksAt>, day: PlainDate) {
  return tasks
    .innerJoin('planning.task as d', (join) =>
      join.onRef('d.tenant_id', '=', 'w.tenant_id').onRef('d.id', '=', 'w.id'),
    )
    .leftJoin('directory.published_unit as u', (join) =>
      join.onRef('u.tenant_id', '=', 'w.tenant_id').onRef('u.id', '=', 'w.lead_unit_id'),
    )
    .leftJoin('directory.published_officer as a', (join) =>
      join.onRef('a.tenant_id', '=', 'w.tenant_id').onRef('a.id', '=', 'w.assignee_id'),
    )
    .leftJoin('directory.published_officer as b', (join) =>
      join.onRef('b.tenant_id', '=', 'w.tenant_id').onRef('b.id', '=', 'w.approver_id'),
    )
    .select([
      'w.id',
      'd.code',
      'd.title',
      'w.stage',
      'w.first_due_on',
      'w.done_on',
      'u.name as unit_name',
      'a.full_name as assignee_name',
      'b.full_name as approver_name',
      standingAt(day).as('standing'),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof asCounted>['execute']>>[number];

/** A row of `asCounted` as pages know it. */
export function toCounted(row: Row): CountedTask {
  const stage = row.stage as TaskStage;
  return {
    id: row.id as Id<'task'>,
    code: row.code,
    title: row.title,
    stage,
    standing: row.standing as Standing,
    firstDueOn: row.first_due_on as PlainDate | null,
    doneOn: stage === 'done' ? (row.done_on as PlainDate | null) : null,
    unitName: row.unit_name,
    assigneeName: row.assignee_name,
    approverName: row.approver_name,
  };
}
