import { type Act, act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import * as policy from './policy.ts';
import { type LockedTask, lockTask, record, setLead } from './locked-task.server.ts';
import { type TaskDeed, type TaskState, transitions } from './task.ts';

type DeedRefusal = 'wrong-state' | 'changed-meanwhile';

export interface Assignment {
  readonly assigneeId: string | null;
  readonly approverId: string | null;
  readonly leadUnitId: string | null;
  /** A day set by hand; undefined leaves the deadline as it is. */
  readonly dueOn: PlainDate | undefined;
  readonly version: number;
}

/** Says who does an open task, who approves, which unit answers and, when given, until which day. */
export async function assignTask(
  ctx: Ctx,
  taskId: string,
  to: Assignment,
): Promise<Outcome<undefined, DeedRefusal | 'unknown-choice'>> {
  return deed(ctx, 'assign', taskId, to.version, async (tx, task) => {
    if (!(await areOfTenant(ctx, to))) return refused('unknown-choice');
    await tx.db
      .updateTable('planning.task')
      .set({
        assignee_id: to.assigneeId,
        approver_id: to.approverId,
        lead_unit_id: to.leadUnitId,
        ...(to.dueOn ? { due_on: to.dueOn, due_from: null, due_kind: 'date' } : {}),
        version: task.version + 1,
      })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', task.id)
      .execute();
    await setLead(ctx, tx, task, to.leadUnitId);
    await record(ctx, tx, task, 'assigned', {
      assigneeId: to.assigneeId,
      approverId: to.approverId,
      dueOn: to.dueOn ?? null,
    });
    await tx.audit({
      recordKind: 'task',
      recordId: task.id,
      before: {
        assigneeId: task.assigneeId,
        approverId: task.approverId,
        leadUnitId: task.leadUnitId,
        dueOn: task.dueOn,
      },
      after: {
        assigneeId: to.assigneeId,
        approverId: to.approverId,
        leadUnitId: to.leadUnitId,
        dueOn: to.dueOn ?? task.dueOn,
      },
    });
    return done();
  });
}

/** Closes an open task with the product that was handed in. */
export async function completeTask(
  ctx: Ctx,
  taskId: string,
  closing: { text: string; version: number },
): Promise<Outcome<undefined, DeedRefusal>> {
  return deed(ctx, 'complete', taskId, closing.version, (tx, task) =>
    close(ctx, tx, task, 'done', closing.text),
  );
}

/** Closes an open task that will not be done, with the reason. */
export async function cancelTask(
  ctx: Ctx,
  taskId: string,
  closing: { text: string; version: number },
): Promise<Outcome<undefined, DeedRefusal>> {
  return deed(ctx, 'cancel', taskId, closing.version, (tx, task) =>
    close(ctx, tx, task, 'cancelled', closing.text),
  );
}

/** Opens a closed task again; what closed it stays in its history. */
export async function reopenTask(
  ctx: Ctx,
  taskId: string,
  given: { version: number },
): Promise<Outcome<undefined, DeedRefusal>> {
  return deed(ctx, 'reopen', taskId, given.version, async (tx, task) => {
    await setState(ctx, tx, task, { state: 'open', closed_on: null, closing_text: null });
    await record(ctx, tx, task, 'reopened', {});
    await tx.audit({
      recordKind: 'task',
      recordId: task.id,
      before: { state: task.state },
      after: { state: 'open' },
    });
    return done();
  });
}

/** One deed on one locked task: seen, allowed, in the right state, and not changed since the person read it. */
async function deed<Code extends string>(
  ctx: Ctx,
  name: TaskDeed,
  taskId: string,
  version: number,
  work: (tx: Act, task: LockedTask) => Promise<Outcome<undefined, Code>>,
): Promise<Outcome<undefined, Code | DeedRefusal>> {
  return act<undefined, Code | DeedRefusal>(ctx, `planning.task.${name}`, async (tx) => {
    const task = await lockTask(ctx, tx, taskId);
    if (!transitions[task.state][name]) return refused('wrong-state');
    must(policy[name](ctx.actor, task));
    if (task.version !== version) return refused('changed-meanwhile');
    return work(tx, task);
  });
}

async function close(
  ctx: Ctx,
  tx: Act,
  task: LockedTask,
  state: 'done' | 'cancelled',
  text: string,
): Promise<Outcome<undefined, never>> {
  const closed = { state, closed_on: ctx.clock.today(), closing_text: text };
  await setState(ctx, tx, task, closed);
  await record(ctx, tx, task, state === 'done' ? 'completed' : 'cancelled', { text });
  await tx.audit({ recordKind: 'task', recordId: task.id, before: { state: task.state }, after: closed });
  return done();
}

async function setState(
  ctx: Ctx,
  tx: Act,
  task: LockedTask,
  to: { state: TaskState; closed_on: string | null; closing_text: string | null },
): Promise<void> {
  await tx.db
    .updateTable('planning.task')
    .set({ ...to, version: task.version + 1 })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', task.id)
    .execute();
}

async function areOfTenant(ctx: Ctx, to: Assignment): Promise<boolean> {
  const officers = [...new Set([to.assigneeId, to.approverId].filter((id) => id !== null))];
  const found = officers.length
    ? await ctx.db
        .selectFrom('directory.published_officer')
        .select('id')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', 'in', officers)
        .where('ended_on', 'is', null)
        .execute()
    : [];
  const unit =
    to.leadUnitId === null ||
    (await ctx.db
      .selectFrom('directory.published_unit')
      .select('id')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', to.leadUnitId)
      .where('ended_on', 'is', null)
      .executeTakeFirst());
  return found.length === officers.length && Boolean(unit);
}
