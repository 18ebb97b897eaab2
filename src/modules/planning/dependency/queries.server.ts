import { sql } from 'kysely';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { keptForActor } from '#platform/session/kept-for-actor.server.ts';
import { listedColumns, type TaskRow, toTaskRow } from '../task/list-tasks.server.ts';
import { visibleTo } from '../task/visible-to.server.ts';
import { mostPredecessors } from './dependency.ts';

/** The tasks on both sides of a task, each side in the order of their plans. */
export interface Dependencies {
  /** For which it waits. */
  readonly predecessors: readonly TaskRow[];
  /** Which wait for it. */
  readonly successors: readonly TaskRow[];
}

const mostSuccessors = 200;

const dependencyRows = keptForActor(({ tenant, actor, db }, { taskId }: { readonly taskId: Id<'task'> }) =>
  db
    .selectFrom('planning.dependency as d')
    .innerJoin('planning.task as t', (join) =>
      join
        .onRef('t.tenant_id', '=', 'd.tenant_id')
        .on('t.id', '=', sql<string>`case d.task_id when ${taskId} then d.predecessor_id else d.task_id end`),
    )
    .select(listedColumns)
    .select((where) => where('d.task_id', '=', taskId).as('is_predecessor'))
    .where('d.tenant_id', '=', tenant.id)
    .where((where) => where.or([where('d.task_id', '=', taskId), where('d.predecessor_id', '=', taskId)]))
    .where((where) => visibleTo(actor)(where as never))
    .orderBy('is_predecessor', 'desc')
    .orderBy('t.ordinal')
    .orderBy('t.id')
    .limit(mostPredecessors + mostSuccessors),
);

/** The tasks for which a task waits and those that wait for it, of those that this person may read. */
export async function listDependencies(ctx: Ctx, taskId: Id<'task'>): Promise<Dependencies> {
  const rows = await dependencyRows(ctx, { taskId });
  const side = (isPredecessor: boolean) =>
    rows.filter((row) => row.is_predecessor === isPredecessor).map(toTaskRow);
  return { predecessors: side(true), successors: side(false).slice(0, mostSuccessors) };
}
