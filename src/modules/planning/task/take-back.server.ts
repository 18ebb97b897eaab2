import { z } from 'zod';
import { act } from '#platform/db/act.ts';
import type { Id } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { lockTask, record, setLead } from './locked-task.server.ts';
import * as policy from './policy.ts';
import { dueKinds, taskStates } from './task.ts';

const orNull = z.string().nullable();
const before = z.object({
  state: z.enum(taskStates),
  assigneeId: orNull,
  approverId: orNull,
  leadUnitId: orNull,
  dueOn: orNull,
  dueFrom: orNull,
  dueKind: z.enum(dueKinds).nullable().catch(null),
  closedOn: orNull,
  closingText: orNull,
});

/** Everything of a task that a deed can change, as it was before. */
export type TaskBefore = Omit<z.infer<typeof before>, 'dueKind'> & { readonly dueKind: string | null };

const undoShape = z.object({
  deed: z.enum(['assign', 'cancel', 'reopen']),
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
  const undo = undoShape.parse(given);
  return act<undefined, 'changed-meanwhile'>(ctx, 'planning.task.take-back', async (tx) => {
    const task = await lockTask(ctx, tx, taskId);
    must(policy.takeBack(ctx.actor, undo.deed, { ...task, ...relationsOf(undo.before) }));
    if (task.version !== undo.version) return refused('changed-meanwhile');
    const to = undo.before;
    await tx.db
      .updateTable('planning.task')
      .set({
        state: to.state,
        assignee_id: to.assigneeId,
        approver_id: to.approverId,
        lead_unit_id: to.leadUnitId,
        due_on: to.dueOn,
        due_from: to.dueFrom,
        due_kind: to.dueKind,
        closed_on: to.closedOn,
        closing_text: to.closingText,
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
        state: task.state,
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
