import { z } from 'zod';
import { act } from '#platform/db/act.ts';
import type { Id } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { reviveChildren, settleSeries } from './children.server.ts';
import { tellOfStep } from '../task-notice/tell-step.server.ts';
import { lockTask, record, setLead } from './locked-task.server.ts';
import * as policy from './policy.ts';
import { columnsOf, type TaskBefore, taskBefore } from './task-before.server.ts';
import { taskDeeds } from './task-life.ts';

const undoShape = z.object({
  deed: z.enum(taskDeeds),
  version: z.int(),
  before: taskBefore,
});

/**
 * Takes back a deed that was done to a task, where nobody has changed the task since: it stands again as before, and
 * both the deed and its taking back stay in the history. Needs the right to the deed itself.
 */
export function takeTaskBack(
  ctx: Ctx,
  taskId: string,
  given: unknown,
): Promise<Outcome<undefined, 'changed-meanwhile'>> {
  const parsed = undoShape.safeParse(given);
  return act<undefined, 'changed-meanwhile'>(ctx, 'planning.task.take-back', async (tx) => {
    // What was noted by the release before cannot say at which step the task stood.
    if (!parsed.success) return refused('changed-meanwhile');
    const undo = parsed.data;
    const task = await lockTask(ctx, tx, taskId);
    must(policy.takeBack(ctx.actor, undo.deed, { ...task, ...relationsOf(undo.before) }));
    if (task.version !== undo.version) return refused('changed-meanwhile');
    const to = undo.before;
    await tx.db
      .updateTable('planning.task')
      .set({ ...columnsOf(to), version: task.version + 1 })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', task.id)
      .execute();
    await setLead(ctx, tx, task, to.leadUnitId);
    if (undo.deed === 'cancel') await reviveChildren(ctx, tx, [task.id], 'reopened');
    if (task.nature === 'occurrence' && task.parentId) await settleSeries(ctx, tx, task.parentId);
    await record(ctx, tx, task, 'taken-back', { deed: undo.deed }, to.stage);
    const after = { stage: to.stage, assigneeId: to.assigneeId as Id<'officer'> | null };
    tellOfStep(ctx, tx, task.id, { kind: 'taken-back', before: task, after }, undefined);
    await tx.audit({
      recordKind: 'task',
      recordId: task.id,
      before: {
        stage: task.stage,
        assigneeId: task.assigneeId,
        leadUnitId: task.leadUnitId,
        dueOn: task.dueOn,
        product: task.product,
      },
      after: { ...to },
    });
    return done();
  });
}

function relationsOf(to: TaskBefore) {
  return {
    assigneeId: to.assigneeId as Id<'officer'> | null,
    approverId: to.approverId as Id<'officer'> | null,
    leadUnitId: to.leadUnitId as Id<'unit'> | null,
  };
}
