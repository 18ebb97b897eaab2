import { z } from 'zod';
import { act } from '#platform/db/act.ts';
import type { Id } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { lockTask, record, setLead } from './locked-task.server.ts';
import * as policy from './policy.ts';
import { dueKinds } from './task.ts';
import { stateOf, taskDeeds, taskStages } from './task-life.ts';

const orNull = z.string().nullable();
const before = z.object({
  stage: z.enum(taskStages),
  assigneeId: orNull,
  approverId: orNull,
  leadUnitId: orNull,
  dueOn: orNull,
  dueFrom: orNull,
  dueKind: z.enum(dueKinds).nullable().catch(null),
  closedOn: orNull,
  closingText: orNull,
  handedInText: orNull,
  handedInException: orNull,
  handedInOn: orNull,
});

/** Everything of a task that a deed can change, as it was before. */
export type TaskBefore = Omit<z.infer<typeof before>, 'dueKind'> & { readonly dueKind: string | null };

const undoShape = z.object({
  deed: z.enum(taskDeeds),
  version: z.int(),
  before,
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
      .set({
        stage: to.stage,
        state: stateOf(to.stage),
        assignee_id: to.assigneeId,
        approver_id: to.approverId,
        lead_unit_id: to.leadUnitId,
        due_on: to.dueOn,
        due_from: to.dueFrom,
        due_kind: to.dueKind,
        closed_on: to.closedOn,
        closing_text: to.closingText,
        handed_in_text: to.handedInText,
        handed_in_exception: to.handedInException,
        handed_in_on: to.handedInOn,
        version: task.version + 1,
      })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', task.id)
      .execute();
    await setLead(ctx, tx, task, to.leadUnitId);
    await record(ctx, tx, task, 'taken-back', { deed: undo.deed });
    await tx.audit({
      recordKind: 'task',
      recordId: task.id,
      before: {
        stage: task.stage,
        assigneeId: task.assigneeId,
        leadUnitId: task.leadUnitId,
        dueOn: task.dueOn,
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
