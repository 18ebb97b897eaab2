import { sql } from 'kysely';
import { type Act, act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { lockTask, record } from '../task/locked-task.server.ts';
import { getTask } from '../task/queries.server.ts';
import { type Edge, mostPredecessors, waysTo } from './dependency.ts';
import * as policy from './policy.ts';
import { storeDependencies } from './store-dependencies.server.ts';

export type DependencyRefusal = 'wrong-state' | 'own-part' | 'circle' | 'already' | 'too-many';

/**
 * Lets a task wait until another is finished. Refuses what would become a circle: `circle` in the detail names it, from
 * the task over all others back to it. Whoever adds in the same commune at the same moment waits, so that two halves
 * never make one.
 */
export function addDependency(
  ctx: Ctx,
  taskId: string,
  predecessorId: string,
): Promise<Outcome<undefined, DependencyRefusal>> {
  return act<undefined, DependencyRefusal>(ctx, 'planning.dependency.add', async (tx) => {
    const key = `planning.dependency:${ctx.tenant.id}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx.db);
    const task = await lockTask(ctx, tx, taskId);
    const decision = policy.add(ctx.actor, task);
    if (!decision.allowed && decision.reason === 'wrong-state') return refused('wrong-state');
    must(decision);
    const predecessor = await getTask(ctx, predecessorId);
    if (task.parentId === predecessor.id || predecessor.parentId === task.id) return refused('own-part');
    const edges = await edgesFrom(ctx, tx, predecessor.id);
    const way = waysTo(edges, predecessor.id, task.id);
    if (way) return refused('circle', { circle: await namesOf(ctx, tx, [task.id, ...way]) });
    const own = await predecessorsOf(ctx, tx, task.id);
    if (own.includes(predecessor.id)) return refused('already');
    if (own.length >= mostPredecessors) return refused('too-many');
    await storeDependencies(ctx, tx, [{ taskId: task.id, predecessor }]);
    return done();
  });
}

/** Lets a task not wait for another any more; `NotFound` where it does not. */
export function removeDependency(
  ctx: Ctx,
  taskId: string,
  predecessorId: string,
): Promise<Outcome<undefined, never>> {
  return act<undefined, never>(ctx, 'planning.dependency.remove', async (tx) => {
    const task = await lockTask(ctx, tx, taskId);
    must(policy.remove(ctx.actor, task));
    const predecessor = await getTask(ctx, predecessorId);
    const removed = await tx.db
      .deleteFrom('planning.dependency')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('task_id', '=', task.id)
      .where('predecessor_id', '=', predecessor.id)
      .returning('task_id')
      .executeTakeFirst();
    if (!removed) throw new NotFound();
    const text = `${predecessor.code} ${predecessor.title}`;
    await record(ctx, tx, task, 'dependency-removed', { text });
    await tx.audit({
      recordKind: 'task',
      recordId: task.id,
      before: { predecessor: predecessor.id, text },
      after: {},
    });
    return done();
  });
}

/** Every dependency that can be reached from a task; each task is visited once. */
async function edgesFrom(ctx: Ctx, tx: Act, taskId: string): Promise<Edge[]> {
  const { rows } = await sql<Edge>`
    with recursive reached (id) as (
      select ${taskId}::uuid
      union
      select d.predecessor_id from reached r
        join planning.dependency d on d.tenant_id = ${ctx.tenant.id} and d.task_id = r.id)
    select d.task_id as "taskId", d.predecessor_id as "predecessorId"
    from reached r join planning.dependency d on d.tenant_id = ${ctx.tenant.id} and d.task_id = r.id
    order by d.task_id, d.predecessor_id`.execute(tx.db);
  return rows;
}

async function predecessorsOf(ctx: Ctx, tx: Act, taskId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('planning.dependency')
    .select('predecessor_id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('task_id', '=', taskId)
    .execute();
  return rows.map((row) => row.predecessor_id);
}

/** The codes of tasks in this order, as people name them. */
async function namesOf(ctx: Ctx, tx: Act, ids: readonly string[]): Promise<string> {
  const rows = await tx.db
    .selectFrom('planning.task')
    .select(['id', 'code'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', 'in', [...new Set(ids)])
    .execute();
  const codes = new Map(rows.map((row) => [row.id, row.code]));
  return ids.map((id) => codes.get(id) ?? '').join(' → ');
}
