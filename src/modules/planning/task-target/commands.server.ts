import { type Act, act } from '#platform/db/act.ts';
import { type Id, newId, parseId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { findTargets, type TargetRecord } from '../target/queries.server.ts';
import * as policy from './policy.ts';
import { findLinkable, type LinkableTask } from './queries.server.ts';
import type { Link, LinkOrigin } from './task-target.ts';

export type LinkRefusal = 'replaced' | 'part-of-task' | 'no-plan' | 'already';

/** What was linked together, to be taken back together. */
export interface Linked {
  readonly batchId: Id<'link-batch'>;
  readonly count: number;
}

/**
 * Says of tasks for which targets of their plan they are; an occurrence speaks for its series. What is linked already
 * stays as it is; refuses where nothing new comes of it, a part of another task, a task without a plan, and a plan that
 * was replaced. A target of another plan is not found.
 */
export function linkTasks(
  ctx: Ctx,
  links: readonly Link[],
  origin: Exclude<LinkOrigin, 'plan'>,
): Promise<Outcome<Linked, LinkRefusal>> {
  return act<Linked, LinkRefusal>(ctx, 'planning.task-target.link', async (tx) => {
    const found = await pairUp(ctx, links);
    for (const { task } of found) must(policy.may(ctx.actor, 'link', task));
    if (found.some(({ task }) => task.nature === 'sub-task')) return refused('part-of-task');
    if (found.some(({ task }) => task.planId === null)) return refused('no-plan');
    if (found.some(({ task, target }) => task.planId !== target.plan.id)) throw new NotFound();
    if (found.some(({ target }) => !target.isInForce)) return refused('replaced');
    const batchId = newId<'link-batch'>();
    const unique = new Map(found.map((one) => [`${one.task.dutyId} ${one.target.id}`, one]));
    const rows = await tx.db
      .insertInto('planning.task_target')
      .values(
        [...unique.values()].map(({ task, target }) => ({
          tenant_id: ctx.tenant.id,
          task_id: task.dutyId,
          target_id: target.id,
          origin,
          batch_id: batchId,
          created_at: tx.now,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning(['task_id', 'target_id'])
      .execute();
    if (rows.length === 0) return refused('already');
    const made = rows.flatMap((row) => unique.get(`${row.task_id} ${row.target_id}`) ?? []);
    await audit(tx, made, 'linked');
    return done({ batchId, count: made.length });
  });
}

/** Says that a task is not for a target any more; `NotFound` where it is not. */
export function unlinkTask(ctx: Ctx, link: Link): Promise<Outcome<undefined, 'replaced'>> {
  return act<undefined, 'replaced'>(ctx, 'planning.task-target.unlink', async (tx) => {
    const [found] = await pairUp(ctx, [link]);
    if (!found) throw new NotFound();
    must(policy.may(ctx.actor, 'unlink', found.task));
    if (!found.target.isInForce) return refused('replaced');
    const removed = await tx.db
      .deleteFrom('planning.task_target')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('task_id', '=', found.task.dutyId)
      .where('target_id', '=', found.target.id)
      .returning('task_id')
      .executeTakeFirst();
    if (!removed) throw new NotFound();
    await audit(tx, [found], 'unlinked');
    return done();
  });
}

/** Takes back what was linked together, as far as it stands; `NotFound` where nothing of it does. */
export function unlinkBatch(ctx: Ctx, batchId: string): Promise<Outcome<{ count: number }, 'replaced'>> {
  return act<{ count: number }, 'replaced'>(ctx, 'planning.task-target.unlink', async (tx) => {
    const id = parseId<'link-batch'>(batchId);
    if (!id) throw new NotFound();
    const links = await tx.db
      .selectFrom('planning.task_target')
      .select(['task_id as taskId', 'target_id as targetId'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('batch_id', '=', id)
      // What the plan itself says is unlinked one by one.
      .where('origin', '<>', 'plan')
      .execute();
    if (links.length === 0) throw new NotFound();
    const found = await pairUp(ctx, links);
    for (const { task } of found) must(policy.may(ctx.actor, 'unlink', task));
    if (found.some(({ target }) => !target.isInForce)) return refused('replaced');
    await tx.db
      .deleteFrom('planning.task_target')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('batch_id', '=', id)
      .where('origin', '<>', 'plan')
      .execute();
    await audit(tx, found, 'unlinked');
    return done({ count: found.length });
  });
}

interface Pair {
  readonly task: LinkableTask;
  readonly target: TargetRecord;
}

/** The records of links; one that the person may not see makes the whole not found. */
async function pairUp(ctx: Ctx, links: readonly Link[]): Promise<Pair[]> {
  const tasks = await findLinkable(ctx, [...new Set(links.map((one) => one.taskId))]);
  const targets = await findTargets(ctx, [...new Set(links.map((one) => one.targetId))]);
  const taskOf = new Map(tasks.map((task) => [task.id as string, task]));
  const targetOf = new Map(targets.map((target) => [target.id as string, target]));
  return links.map(({ taskId, targetId }) => {
    const [task, target] = [taskOf.get(taskId), targetOf.get(targetId)];
    if (!task || !target) throw new NotFound();
    return { task, target };
  });
}

/** One line for each target, with the codes of its tasks. */
async function audit(tx: Act, pairs: readonly Pair[], what: 'linked' | 'unlinked'): Promise<void> {
  const targets = new Map(pairs.map(({ target }) => [target.id, target]));
  for (const id of targets.keys()) {
    const codes = pairs.filter(({ target }) => target.id === id).map(({ task }) => task.code);
    const told = { linkedTasks: codes.join('; ') };
    await tx.audit({
      recordKind: 'target',
      recordId: id,
      before: what === 'linked' ? {} : told,
      after: what === 'linked' ? told : {},
    });
  }
}
