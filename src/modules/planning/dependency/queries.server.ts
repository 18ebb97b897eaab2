import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { listedColumns, type TaskRow, toTaskRow } from '../task/list-tasks.server.ts';
import { visibleTo } from '../task/visible-to.server.ts';

/** For which tasks a task waits, of those that this person may read, in the order of their plans. */
export async function listPredecessors(ctx: Ctx, taskId: Id<'task'>): Promise<TaskRow[]> {
  return rows(ctx, 'd.predecessor_id', 'd.task_id', taskId);
}

/** Which tasks wait for a task, of those that this person may read, in the order of their plans. */
export async function listSuccessors(ctx: Ctx, taskId: Id<'task'>): Promise<TaskRow[]> {
  return rows(ctx, 'd.task_id', 'd.predecessor_id', taskId);
}

async function rows(
  ctx: Ctx,
  shown: 'd.task_id' | 'd.predecessor_id',
  known: 'd.task_id' | 'd.predecessor_id',
  taskId: Id<'task'>,
): Promise<TaskRow[]> {
  const found = await ctx.db
    .selectFrom('planning.dependency as d')
    .innerJoin('planning.task as t', (join) =>
      join.onRef('t.tenant_id', '=', 'd.tenant_id').onRef('t.id', '=', shown),
    )
    .select(listedColumns)
    .where('d.tenant_id', '=', ctx.tenant.id)
    .where(known, '=', taskId)
    .where((where) => visibleTo(ctx.actor)(where as never))
    .orderBy('t.ordinal')
    .orderBy('t.id')
    .limit(200)
    .execute();
  return found.map(toTaskRow);
}
