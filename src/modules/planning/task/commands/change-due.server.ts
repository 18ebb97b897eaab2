import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Act } from '#platform/db/act.ts';
import type { Id } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { LockedTask } from '../locked-task.server.ts';
import type { TaskEventKind } from '../task-life.ts';
import { type DeedRefusal, step, taskDeed } from './task-deed.server.ts';

/** Why a deadline cannot become this day. */
export type DueRefusal = 'due-not-set' | 'due-same' | 'due-past' | 'due-asked' | 'due-after-parent';

/** What holds against another deadline of a task on the day `today`; whether a request is open is asked elsewhere. */
export function dueRefusal(
  task: Pick<LockedTask, 'dueOn'> & Partial<Pick<LockedTask, 'latestDueOn'>>,
  dueOn: PlainDate,
  today: PlainDate,
): Exclude<DueRefusal, 'due-asked'> | undefined {
  if (task.dueOn === null) return 'due-not-set';
  if (dueOn === task.dueOn) return 'due-same';
  if (task.latestDueOn && dueOn > task.latestDueOn) return 'due-after-parent';
  return dueOn < today ? 'due-past' : undefined;
}

/**
 * Changes a deadline that was set, with the reason; the first one stays, and figures go by it. While somebody's request
 * for another deadline is open, that is answered instead.
 */
export function changeDue(
  ctx: Ctx,
  taskId: string,
  to: { readonly dueOn: PlainDate; readonly text: string; readonly version: number },
): Promise<Outcome<undefined, DeedRefusal | DueRefusal>> {
  return taskDeed<DueRefusal>(ctx, 'change-due', taskId, to.version, async (tx, task) => {
    const refusal = dueRefusal(task, to.dueOn, ctx.clock.today());
    if (refusal) return refused(refusal);
    if (await isDueAsked(ctx, tx, task)) return refused('due-asked');
    await moveDue(ctx, tx, task, { dueOn: to.dueOn, kind: 'due-changed', text: to.text });
    return done();
  });
}

/** Writes the other deadline of a locked task: the row, the event of its history, and the line of the audit. */
export async function moveDue(
  ctx: Ctx,
  tx: Act,
  task: LockedTask,
  to: {
    readonly dueOn: PlainDate;
    readonly kind: TaskEventKind;
    readonly text: string | null;
    /** Who asked for it. */
    readonly awaitedBy?: readonly (Id<'officer'> | null)[];
  },
): Promise<void> {
  await step(ctx, tx, task, {
    stage: task.stage,
    columns: { due_on: to.dueOn, due_from: null, due_kind: 'date' },
    kind: to.kind,
    detail: { dueFrom: task.dueOn, dueOn: to.dueOn, text: to.text },
    ...(to.awaitedBy && { awaitedBy: to.awaitedBy }),
    before: { dueOn: task.dueOn },
    after: { dueOn: to.dueOn, ...(to.text && { reason: to.text }) },
  });
}

/** Whether a request for another deadline of this locked task is open. */
export async function isDueAsked(ctx: Ctx, tx: Act, task: LockedTask): Promise<boolean> {
  const open = await tx.db
    .selectFrom('planning.due_change_request')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('task_id', '=', task.id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return open !== undefined;
}
