import { act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { lockTask, record } from '../task/locked-task.server.ts';
import { getTask } from '../task/queries.server.ts';
import type { FromAbove } from '../task/task.ts';
import * as policy from './policy.ts';

export type EditDocumentRefusal =
  | 'not-from-above'
  | 'document-of-parent'
  | 'document-to-come'
  | 'due-before-document'
  | 'nothing-changed'
  | 'changed-meanwhile';

/**
 * Mends what is written of the document that orders a task from above, with the reason; its sub-tasks show the same
 * document. Refuses a sub-task itself, a day to come or after the deadline, and a task changed since it was read.
 */
export function editDocument(
  ctx: Ctx,
  taskId: string,
  given: { readonly to: FromAbove; readonly reason: string; readonly version: number },
): Promise<Outcome<undefined, EditDocumentRefusal>> {
  return act<undefined, EditDocumentRefusal>(ctx, 'planning.task-from-above.edit-document', async (tx) => {
    const task = await lockTask(ctx, tx, taskId);
    must(policy.may(ctx.actor, 'edit-document'));
    const { from, conclusionId } = await getTask(ctx, task.id);
    const { to } = given;
    if (from === null || conclusionId !== null) return refused('not-from-above');
    if (task.nature === 'sub-task') return refused('document-of-parent');
    if (task.version !== given.version) return refused('changed-meanwhile');
    if (to.on > ctx.clock.today()) return refused('document-to-come');
    if (task.firstDueOn !== null && task.firstDueOn < to.on) return refused('due-before-document');
    const isSame =
      from.number === to.number &&
      from.on === to.on &&
      from.issuer === to.issuer &&
      from.abstract === to.abstract;
    if (isSame) return refused('nothing-changed');
    await tx.db
      .updateTable('planning.task')
      .set((eb) => ({
        from_number: to.number,
        from_on: to.on,
        from_issuer: to.issuer,
        from_abstract: to.abstract,
        version: eb('version', '+', 1),
      }))
      .where('tenant_id', '=', ctx.tenant.id)
      .where((eb) => eb.or([eb('id', '=', task.id), eb('parent_id', '=', task.id)]))
      .execute();
    await record(ctx, tx, task, 'document-edited', { text: given.reason });
    await tx.audit({
      recordKind: 'task',
      recordId: task.id,
      before: factsOf(from),
      after: { ...factsOf(to), reason: given.reason },
    });
    return done();
  });
}

function factsOf({ number, on, issuer, abstract }: FromAbove) {
  return { number, date: on, issuer, abstract };
}
