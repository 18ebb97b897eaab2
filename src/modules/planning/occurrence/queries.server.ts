import { sql } from 'kysely';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { listedColumns, type TaskRow, toTaskRow } from '../task/list-tasks.server.ts';
import { visibleTo } from '../task/visible-to.server.ts';

/** An occurrence as one line of the strip on its series' page. */
export type OccurrenceRow = TaskRow & { readonly assigneeName: string | null };

/** The occurrences of a series that this person may read, in the order of their periods. */
export async function listOccurrences(ctx: Ctx, seriesId: Id<'task'>): Promise<OccurrenceRow[]> {
  const rows = await ctx.db
    .selectFrom('planning.task as t')
    .leftJoin('directory.published_officer as o', (join) =>
      join.onRef('o.tenant_id', '=', 't.tenant_id').onRef('o.id', '=', 't.assignee_id'),
    )
    .select([...listedColumns, 'o.full_name'])
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where('t.parent_id', '=', seriesId)
    .where('t.nature', '=', 'occurrence')
    .where(visibleTo(ctx.actor))
    .orderBy('t.due_on')
    .orderBy('t.part_no')
    .limit(600)
    .execute();
  return rows.map((row) => ({ assigneeName: row.full_name, ...toTaskRow(row) }));
}

/** How many occurrences each series of a plan has, and how many of them are done, of those that this person may read. */
export async function countOccurrences(
  ctx: Ctx,
  planId: Id<'plan'>,
): Promise<ReadonlyMap<string, { total: number; done: number }>> {
  const rows = await ctx.db
    .selectFrom('planning.task as t')
    .select(['t.parent_id', sql<number>`count(*)`.as('total')])
    .select(sql<number>`count(*) filter (where t.state = 'done')`.as('done'))
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where('t.plan_id', '=', planId)
    .where('t.nature', '=', 'occurrence')
    .where('t.state', '<>', 'cancelled')
    .where(visibleTo(ctx.actor))
    .groupBy('t.parent_id')
    .execute();
  return new Map(rows.map(({ parent_id, total, done }) => [parent_id ?? '', { total, done }]));
}
