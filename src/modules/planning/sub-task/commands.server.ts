import { act } from '#platform/db/act.ts';
import type { Id } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { lockTask } from '../task/locked-task.server.ts';
import * as policy from './policy.ts';
import { type PartRefusal, storeParts, type SubTaskGiven } from './store-parts.server.ts';

export type SubTaskRefusal = 'wrong-state' | PartRefusal;

/**
 * Adds a part to an open task, with a life of its own; it is assigned at once where all six are clear. Refuses one that
 * is due after its task: `detail` says both days.
 */
export function addSubTask(
  ctx: Ctx,
  taskId: string,
  given: SubTaskGiven,
): Promise<Outcome<Id<'task'>, SubTaskRefusal>> {
  return act<Id<'task'>, SubTaskRefusal>(ctx, 'planning.sub-task.add', async (tx) => {
    const task = await lockTask(ctx, tx, taskId);
    const decision = policy.add(ctx.actor, task);
    if (!decision.allowed && decision.reason === 'wrong-state') return refused('wrong-state');
    must(decision);
    const stored = await storeParts(ctx, tx, task, [given]);
    if (!stored.ok) return stored;
    const [part] = stored.value;
    if (!part) throw new Error('one part was given, and none stored');
    return done(part.id);
  });
}
