import { noteEntries, showEvidence, showNotes } from '#modules/casework/index.server.ts';
import { type Act, act } from '#platform/db/act.ts';
import { parseId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { taskEvidence } from '../task/evidence-owner.server.ts';
import { lockTask } from '../task/locked-task.server.ts';
import { taskOwner } from '../task/record-owner.server.ts';
import { rowsOf, writeRows } from './discarded-rows.server.ts';
import * as policy from './policy.ts';
import { isOfEntering } from './task-from-above.ts';

export type DiscardRefusal = 'not-from-above' | 'worked-on';

/**
 * Throws away a task from above that was entered by mistake, into the trash. One on which anything has been done since
 * is refused: it is cancelled with its reason, and stays in the figures.
 */
export function discardTask(ctx: Ctx, taskId: string): Promise<Outcome<undefined, DiscardRefusal>> {
  return act<undefined, DiscardRefusal>(ctx, 'planning.task-from-above.discard', async (tx) => {
    const refusal = await discardOne(ctx, tx, taskId, 'discard');
    return refusal ? refused(refusal) : done();
  });
}

/** Throws one task away within an act that needs this right; the reason why it stays, where it does. */
export async function discardOne(
  ctx: Ctx,
  tx: Act,
  taskId: string,
  right: 'discard' | 'discard-list',
): Promise<DiscardRefusal | undefined> {
  const task = await lockTask(ctx, tx, taskId);
  must(policy.may(ctx.actor, right));
  const image = await rowsOf(ctx, tx, task.id);
  // One from a conclusion goes with its line, which would else point nowhere.
  if (image.task.from_number === null || image.task.conclusion_id !== null) return 'not-from-above';
  if (await isAwaited(ctx, tx, task.id)) return 'worked-on';
  const evidence = await showEvidence(ctx, taskEvidence, task.id);
  const notes = noteEntries(await showNotes(ctx, taskOwner, task.id));
  const isUntouched = image.events.every((event) => isOfEntering(event.kind));
  if (!isUntouched || evidence.list.length > 0 || notes.length > 0) return 'worked-on';
  await tx.db
    .insertInto('planning.discarded_task')
    .values({ tenant_id: ctx.tenant.id, id: task.id, image: JSON.stringify(image) })
    .execute();
  for (const table of ['planning.task_event', 'planning.task_unit'] as const) {
    await tx.db
      .deleteFrom(table)
      .where('tenant_id', '=', ctx.tenant.id)
      .where('task_id', '=', task.id)
      .execute();
  }
  await tx.db
    .deleteFrom('planning.task')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', task.id)
    .execute();
  await tx.throwAway({ kind: 'task', recordId: task.id, title: task.title });
  await tx.audit({
    recordKind: 'task',
    recordId: task.id,
    before: { number: image.task.from_number, issuer: image.task.from_issuer, task: task.title },
    after: null,
  });
  return undefined;
}

/** Brings a discarded task back as it stood. */
export function restoreTask(ctx: Ctx, taskId: string): Promise<Outcome<undefined, never>> {
  return act<undefined, never>(ctx, 'planning.task-from-above.restore', async (tx) => {
    must(policy.may(ctx.actor, 'restore'));
    const id = parseId<'task'>(taskId);
    const found =
      id &&
      (await tx.db
        .deleteFrom('planning.discarded_task')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', '=', id)
        .returning('image')
        .executeTakeFirst());
    if (!found) throw new NotFound();
    await writeRows(tx, found.image);
    await tx.bringBack({ kind: 'task', recordId: id });
    await tx.audit({ recordKind: 'task', recordId: id, before: null, after: { state: 'open' } });
    return done();
  });
}

/** Whether another task waits for this one. */
async function isAwaited(ctx: Ctx, tx: Act, taskId: string): Promise<boolean> {
  const waiting = await tx.db
    .selectFrom('planning.dependency')
    .select('task_id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('predecessor_id', '=', taskId)
    .limit(1)
    .executeTakeFirst();
  return waiting !== undefined;
}
