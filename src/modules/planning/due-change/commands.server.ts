import type { PlainDate } from '#platform/clock/plain-date.ts';
import { type Act, act } from '#platform/db/act.ts';
import { type Id, newId, parseId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { type DueRefusal, dueRefusal, isDueAsked, moveDue } from '../task/commands/change-due.server.ts';
import { type LockedTask, lockTask, record } from '../task/locked-task.server.ts';
import { tellOfStep } from '../task-notice/tell-step.server.ts';
import type { DueAnswer, DueChange, DueChangeState } from './due-change.ts';
import * as policy from './policy.ts';
import { dueChanges, toDueChange } from './queries.server.ts';

export type AskRefusal = 'wrong-state' | DueRefusal;
export type AnswerRefusal = 'wrong-state' | 'decided-already' | 'due-moved';

/** Asks for another deadline of an open task, with the reason; one request a task is open at a time. */
export function askDueChange(
  ctx: Ctx,
  taskId: string,
  asked: { readonly dueOn: PlainDate; readonly text: string },
): Promise<Outcome<Id<'due-change'>, AskRefusal>> {
  return act<Id<'due-change'>, AskRefusal>(ctx, 'planning.task.ask-due-change', async (tx) => {
    const task = await lockTask(ctx, tx, taskId);
    must(policy.ask(ctx.actor, task));
    if (task.state !== 'open') return refused('wrong-state');
    const refusal = dueRefusal(task, asked.dueOn, ctx.clock.today());
    if (refusal) return refused(refusal);
    // Whoever asks at the same moment waits for the lock of the task, and finds this one.
    if (await isDueAsked(ctx, tx, task)) return refused('due-asked');
    const id = newId<'due-change'>();
    await tx.db
      .insertInto('planning.due_change_request')
      .values({
        tenant_id: ctx.tenant.id,
        id,
        task_id: task.id,
        asked_at: tx.now,
        asked_by: ctx.actor.accountId ?? '',
        asked_by_name: ctx.actor.name,
        asked_by_officer_id: ctx.actor.officerId,
        from_on: task.dueOn ?? '',
        to_on: asked.dueOn,
        reason: asked.text,
      })
      .execute();
    const detail = { dueFrom: task.dueOn, dueOn: asked.dueOn, text: asked.text };
    await record(ctx, tx, task, 'due-change-asked', detail);
    tellOfStep(ctx, tx, task.id, { kind: 'due-change-asked', before: task, after: task }, asked.text);
    await tx.audit({
      recordKind: 'task',
      recordId: task.id,
      before: { dueOn: task.dueOn },
      after: { askedDueOn: asked.dueOn, reason: asked.text },
    });
    return done(id);
  });
}

/** Takes an open request back; the task keeps the deadline that it has. */
export function withdrawDueChange(
  ctx: Ctx,
  taskId: string,
  requestId: string,
): Promise<Outcome<undefined, AnswerRefusal>> {
  return act<undefined, AnswerRefusal>(ctx, 'planning.task.withdraw-due-change', async (tx) => {
    const { task, request } = await lockRequest(ctx, tx, taskId, requestId);
    must(policy.withdraw(ctx.actor, { ...task, askedBy: request.askedBy }));
    if (request.state !== 'open') return refused('decided-already');
    await close(ctx, tx, request, 'withdrawn', null);
    await tell(ctx, tx, task, request, 'withdrawn', null);
    return done();
  });
}

/**
 * Answers an open request of an open task: granted, the task has the deadline that was asked for; refused, it keeps
 * the present one, and the note says why. Of two who answer at once the second is told that it is decided.
 */
export function answerDueChange(
  ctx: Ctx,
  taskId: string,
  requestId: string,
  given: { readonly answer: DueAnswer; readonly text: string | null },
): Promise<Outcome<undefined, AnswerRefusal>> {
  const how = given.answer === 'granted' ? 'grant' : 'refuse';
  return act<undefined, AnswerRefusal>(ctx, `planning.task.${how}-due-change`, async (tx) => {
    const { task, request } = await lockRequest(ctx, tx, taskId, requestId);
    must(policy.answer(ctx.actor, how, task));
    if (request.state !== 'open') return refused('decided-already');
    if (task.state !== 'open') return refused('wrong-state');
    if (how === 'grant' && task.dueOn !== request.from) return refused('due-moved');
    await close(ctx, tx, request, given.answer, given.text);
    if (how === 'grant') {
      const awaitedBy = [request.askedByOfficerId];
      const granted = { dueOn: request.to, kind: 'due-change-granted', text: given.text, awaitedBy } as const;
      await moveDue(ctx, tx, task, granted);
    } else {
      await tell(ctx, tx, task, request, 'refused', given.text);
    }
    return done();
  });
}

/** Locks the task first, as every deed on it does, and then the request; `NotFound` when the person sees no such one. */
async function lockRequest(
  ctx: Ctx,
  tx: Act,
  taskId: string,
  requestId: string,
): Promise<{ task: LockedTask; request: DueChange }> {
  const task = await lockTask(ctx, tx, taskId);
  const id = parseId<'due-change'>(requestId);
  const row =
    id &&
    (await dueChanges(tx.db, ctx.tenant.id)
      .where('task_id', '=', task.id)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst());
  if (!row) throw new NotFound();
  return { task, request: toDueChange(row) };
}

async function close(
  ctx: Ctx,
  tx: Act,
  request: DueChange,
  state: Exclude<DueChangeState, 'open'>,
  note: string | null,
): Promise<void> {
  await tx.db
    .updateTable('planning.due_change_request')
    .set({ state, decided_at: tx.now, decided_by_name: ctx.actor.name, decision_note: note })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', request.id)
    .execute();
}

/** Writes down an end that leaves the task as it is: the event of its history and the line of the audit. */
async function tell(
  ctx: Ctx,
  tx: Act,
  task: LockedTask,
  request: DueChange,
  state: 'refused' | 'withdrawn',
  note: string | null,
): Promise<void> {
  const detail = { dueFrom: request.from, dueOn: request.to, text: note };
  const kind = `due-change-${state}` as const;
  await record(ctx, tx, task, kind, detail);
  const awaitedBy = [request.askedByOfficerId];
  tellOfStep(ctx, tx, task.id, { kind, before: task, after: task, awaitedBy }, note);
  await tx.audit({
    recordKind: 'task',
    recordId: task.id,
    before: { askedDueOn: request.to },
    after: { dueOn: task.dueOn, ...(note && { reason: note }) },
  });
}
