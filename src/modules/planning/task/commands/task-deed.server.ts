import type { Updateable } from 'kysely';
import type { PlanningTask } from '#db/types.ts';
import { type Act, act } from '#platform/db/act.ts';
import { type Outcome, refused } from '#platform/db/outcome.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { lockChildren, settleSeries } from '../children.server.ts';
import { tellOfStep } from '../../task-notice/tell-step.server.ts';
import { type LockedTask, lockTask, record } from '../locked-task.server.ts';
import * as policy from '../policy.ts';
import type { TaskEvent } from '../queries.server.ts';
import { stateOf, stepTo, type TaskDeed, type TaskStage } from '../task-life.ts';

export type DeedRefusal = 'wrong-state' | 'changed-meanwhile';

/** What whoever does a deed says: the version that they have read, and perhaps a note. */
export interface Said {
  readonly version: number;
  readonly text?: string | undefined;
}

/** Deeds that go on to the parts of a task: those are locked first, as a deed on a part locks it before its parent. */
const reachesChildren: readonly TaskDeed[] = ['assign', 'cancel', 'reopen'];

/**
 * One deed on one locked task: seen, at a step that allows it, within the person's right, and not changed since the
 * person read it. `work` gets the step to which the transition table leads.
 */
export async function taskDeed<Code extends string = never>(
  ctx: Ctx,
  name: TaskDeed,
  taskId: string,
  version: number,
  work: (tx: Act, task: LockedTask, towards: TaskStage) => Promise<Outcome<undefined, Code>>,
): Promise<Outcome<undefined, Code | DeedRefusal>> {
  return act<undefined, Code | DeedRefusal>(ctx, `planning.task.${name}`, async (tx) => {
    if (reachesChildren.includes(name)) await lockChildren(ctx, tx, taskId);
    const task = await lockTask(ctx, tx, taskId);
    const towards = stepTo(task, name);
    if (!towards) return refused('wrong-state');
    must(policy.may(ctx.actor, name, task));
    if (task.version !== version) return refused('changed-meanwhile');
    return work(tx, task, towards);
  });
}

/** A step of a task's life as it is written down. */
export interface Step {
  readonly stage: TaskStage;
  /** What changes of the row besides its step. */
  readonly columns?: Updateable<PlanningTask>;
  readonly kind: TaskEvent['kind'];
  readonly detail?: TaskEvent['detail'];
  /** Who is told of it besides those whom it concerns anyway. */
  readonly awaitedBy?: readonly (Id<'officer'> | null)[];
  /** What the audit says of the change besides the step. */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/** Writes a step: the row with its next version, the event of its history, and the line of the audit. */
export async function step(ctx: Ctx, tx: Act, task: LockedTask, to: Step): Promise<void> {
  await tx.db
    .updateTable('planning.task')
    .set({ ...to.columns, stage: to.stage, state: stateOf(to.stage), version: task.version + 1 })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', task.id)
    .execute();
  if (task.nature === 'occurrence' && task.parentId && stateOf(to.stage) !== task.state) {
    await settleSeries(ctx, tx, task.parentId);
  }
  await record(ctx, tx, task, to.kind, to.detail ?? {}, to.stage);
  const assigneeId = to.columns?.assignee_id === undefined ? task.assigneeId : to.columns.assignee_id;
  const after = { stage: to.stage, assigneeId: assigneeId as Id<'officer'> | null };
  tellOfStep(
    ctx,
    tx,
    task.id,
    { kind: to.kind, before: task, after, awaitedBy: to.awaitedBy },
    to.detail?.text,
  );
  await tx.audit({
    recordKind: 'task',
    recordId: task.id,
    before: { stage: task.stage, ...to.before },
    after: { stage: to.stage, ...to.after },
  });
}
