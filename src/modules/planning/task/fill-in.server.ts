import type { RowResult } from '#modules/lists/index.server.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { factsOf, listFacts, type TaskFacts, undoOf } from './change-many.server.ts';
import { assignTask } from './commands/assign.server.ts';
import * as policy from './policy.ts';

/** What a task lacks of what differs from task to task. */
export interface Gap {
  readonly id: string;
  readonly label: string;
  readonly version: number;
  readonly product: string | null;
  readonly dueText: string | null;
  readonly lacksProduct: boolean;
  readonly lacksDue: boolean;
  /** Why nothing can be filled in by this person; undefined where it can. */
  readonly reason: string | undefined;
}

/** What is filled in for one task; what is absent stays as it is. */
export interface Filling {
  readonly product?: string;
  readonly dueOn?: PlainDate;
  /** The version that the person has seen. */
  readonly version: number;
}

/** What these tasks lack, for those of them that this person sees. */
export async function listGaps(ctx: Ctx, ids: readonly string[]): Promise<Gap[]> {
  return (await listFacts(ctx, ids)).map((task) => ({
    id: task.id,
    label: task.label,
    version: task.version,
    product: task.before.product ?? null,
    dueText: task.dueText,
    lacksProduct: !task.before.product,
    lacksDue: lacksDue(task),
    reason: reasonOf(ctx, task),
  }));
}

/** Fills in the product, the first deadline, or both of one task; what stands there already is changed elsewhere. */
export async function fillIn(ctx: Ctx, id: string, { product, dueOn, version }: Filling): Promise<RowResult> {
  const task = await factsOf(ctx, id);
  if (task.version !== version) return { ok: false, reason: 'changed-meanwhile' };
  if ((product !== undefined && task.before.product) || (dueOn !== undefined && !lacksDue(task))) {
    return { ok: false, reason: 'filled-already' };
  }
  const { assigneeId, approverId, leadUnitId } = task;
  const outcome = await assignTask(ctx, id, { assigneeId, approverId, leadUnitId, product, dueOn, version });
  return outcome.ok ? { ok: true, undo: undoOf(task, 'assign') } : { ok: false, reason: outcome.code };
}

/** A deadline without a day, such as an ongoing one, is none that is missing. */
function lacksDue(task: TaskFacts): boolean {
  return task.before.dueKind === null && task.nature !== 'series';
}

function reasonOf(ctx: Ctx, task: TaskFacts): string | undefined {
  const decision = policy.may(ctx.actor, 'assign', task);
  if (!decision.allowed) return decision.reason === 'no-grant' ? 'no-right' : decision.reason;
  return task.before.product && !lacksDue(task) ? 'filled-already' : undefined;
}
