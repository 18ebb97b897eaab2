import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Id } from '#platform/db/id.ts';
import { type KeysetPage, keysetPage, nextBatch } from '#platform/list/keyset.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { standingAt, tasksAt } from '../progress/at-day.server.ts';
import {
  asCounted,
  type CountedTask,
  countedOrders,
  countedSort,
  toCounted,
} from '../progress/queries.server.ts';
import type { LinkFigure } from './objective.ts';

/** What narrows the tree: one plan; tasks of one unit; tasks that one leader approves. */
export interface TreeFilter {
  readonly planId: Id<'plan'> | undefined;
  readonly unitId: Id<'unit'> | undefined;
  readonly leaderId: Id<'officer'> | undefined;
}

/** Whose tasks are meant: a target's, an objective's, or those of plans that are for no target. */
export type TaskPlace =
  | { readonly kind: 'target'; readonly targetId: Id<'target'> }
  | { readonly kind: 'objective'; readonly objectiveId: Id<'objective'> | null }
  | { readonly kind: 'none' };

/** Which tasks a figure counted. */
export interface LinkQuery {
  readonly place: TaskPlace;
  readonly figure: LinkFigure;
  readonly filter: TreeFilter;
}

/** Tasks of plans in force, or of the plan of the filter, that this person may read, as they stand today. */
export function tasksOfPlans(ctx: Ctx, { planId, unitId, leaderId }: TreeFilter) {
  // A set of few plans, looked into for each task: as a join, the planner takes the tasks for a handful and then looks
  // for the links and names of eighteen thousand one by one.
  const tasks = tasksAt(ctx, ctx.clock.today()).where(
    sql<SqlBool>`coalesce(w.plan_id in (select p.id from planning.plan p where p.tenant_id = ${ctx.tenant.id}
      and ${planId === undefined ? sql`p.state = 'issued'` : sql`p.id = ${planId}`}), false)`,
  );
  const ofUnit = unitId === undefined ? tasks : tasks.where('w.lead_unit_id', '=', unitId);
  return leaderId === undefined ? ofUnit : ofUnit.where('w.approver_id', '=', leaderId);
}

/** One page of just the tasks that a figure counted, by their first deadline. */
export async function listLinked(
  ctx: Ctx,
  query: LinkQuery,
  cursor: string | undefined,
): Promise<KeysetPage<CountedTask>> {
  const state = { sort: countedSort, cursor };
  const page = await keysetPage(
    ctx.db,
    asCounted(within(ctx, query), ctx.clock.today()),
    countedOrders,
    state,
    50,
  );
  return { ...page, rows: page.rows.map(toCounted) };
}

/** The first of them, at most so many. */
export async function listFirstLinked(ctx: Ctx, query: LinkQuery, most: number): Promise<CountedTask[]> {
  const rows = asCounted(within(ctx, query), ctx.clock.today());
  const batch = await nextBatch(ctx.db, rows, countedOrders, countedSort, undefined, most);
  return batch.rows.map(toCounted);
}

/** How many tasks a figure counted: the number of the tree, asked of the same rows. */
export async function countLinked(ctx: Ctx, query: LinkQuery): Promise<number> {
  const row = await within(ctx, query)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

function within(ctx: Ctx, { place, figure, filter }: LinkQuery) {
  const standing = standingAt(ctx.clock.today());
  return tasksOfPlans(ctx, filter).where(inPlace(ctx, place)).where(inLinkFigure(figure, standing));
}

function inPlace(ctx: Ctx, place: TaskPlace): RawBuilder<SqlBool> {
  const links = sql`select from planning.task_target l
    join planning.target g on g.tenant_id = l.tenant_id and g.id = l.target_id
    where l.tenant_id = ${ctx.tenant.id} and l.task_id = w.duty_id and g.plan_id = w.plan_id`;
  if (place.kind === 'none') return sql<SqlBool>`not exists (${links})`;
  if (place.kind === 'target') return sql<SqlBool>`exists (${links} and g.id = ${place.targetId})`;
  return place.objectiveId === null
    ? sql<SqlBool>`exists (${links} and g.objective_id is null)`
    : sql<SqlBool>`exists (${links} and g.objective_id = ${place.objectiveId})`;
}

/** The SQL twin of `countsAs`, over a standing. */
export function inLinkFigure(figure: LinkFigure, standing: RawBuilder<string>): RawBuilder<SqlBool> {
  switch (figure) {
    case 'total':
      return sql<SqlBool>`true`;
    case 'done':
      return sql<SqlBool>`${standing} in ('on-time', 'done-late')`;
    case 'late':
      return sql<SqlBool>`${standing} = 'late'`;
    case 'open':
      return sql<SqlBool>`${standing} not in ('on-time', 'done-late', 'late')`;
  }
}
