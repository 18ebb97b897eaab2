import type { Act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { recordForMany } from '../task/children.server.ts';
import { areOfTenant } from '../task/known-people.server.ts';
import type { LockedTask } from '../task/locked-task.server.ts';
import { settleStages } from '../task/settle-stages.server.ts';
import { tellOfStep } from '../task-notice/tell-step.server.ts';

/** A part of a task as whoever splits it says it; what is null is not clear yet. */
export interface SubTaskGiven {
  readonly title: string;
  readonly assigneeId: string | null;
  readonly approverId: string | null;
  readonly leadUnitId: string | null;
  readonly dueOn: PlainDate | null;
  readonly product: string | null;
}

export type PartRefusal = 'unknown-choice' | 'due-after-parent' | 'too-many';

/** A part that was stored. */
export interface StoredPart {
  readonly id: Id<'task'>;
  readonly code: string;
  readonly title: string;
}

/** What a part was before it was made: nothing that anybody has been told of. */
const nobody = {
  stage: 'draft',
  assigneeId: null,
  approverId: null,
  assignerId: null,
  parts: [],
} as const;

/** More parts than these are a plan of their own. */
const mostSubTasks = 100;

/**
 * Stores parts of a locked task within an act that may split it, each with its life, its event and its audit line.
 * Refuses all where one is due after its task (`detail` says both days) or names people or units that there are not.
 */
export async function storeParts(
  ctx: Ctx,
  tx: Act,
  task: Pick<LockedTask, 'id' | 'code' | 'dueOn'>,
  parts: readonly SubTaskGiven[],
): Promise<Outcome<StoredPart[], PartRefusal>> {
  const latest = task.dueOn;
  for (const { dueOn } of parts) {
    if (dueOn && latest && dueOn > latest) return refused('due-after-parent', { dueOn, latest });
  }
  const people = parts.flatMap((part) => [part.assigneeId, part.approverId]);
  const units = parts.map((part) => part.leadUnitId);
  if (!(await areOfTenant(ctx, people, units))) return refused('unknown-choice');
  const last = await lastPlace(ctx, tx, task.id);
  if (last + parts.length > mostSubTasks) return refused('too-many');
  const stored = await insert(ctx, tx, task, parts, last);
  const settled = await settleStages(
    ctx,
    tx,
    stored.map((part) => part.id),
  );
  await recordForMany(
    ctx,
    tx,
    stored.flatMap(({ id, title }) => [
      { taskId: task.id, kind: 'split', detail: { text: title }, stage: null },
      { taskId: id, kind: 'split', detail: {}, stage: settled.get(id) ?? null },
    ]),
  );
  for (const [index, { id, title }] of stored.entries()) {
    const assigneeId = (parts[index]?.assigneeId ?? null) as Id<'officer'> | null;
    const after = { stage: settled.get(id) ?? 'draft', assigneeId };
    tellOfStep(ctx, tx, id, { kind: 'assigned', before: nobody, after }, title);
    await tx.audit({
      recordKind: 'task',
      recordId: id,
      before: {},
      after: { task: task.id, ...parts[index] },
    });
  }
  return done(stored);
}

async function lastPlace(ctx: Ctx, tx: Act, taskId: string): Promise<number> {
  const last = await tx.db
    .selectFrom('planning.task')
    .select((select) => select.fn.max('part_no').as('no'))
    .where('tenant_id', '=', ctx.tenant.id)
    .where('parent_id', '=', taskId)
    .executeTakeFirst();
  return last?.no ?? 0;
}

async function insert(
  ctx: Ctx,
  tx: Act,
  task: Pick<LockedTask, 'id' | 'code'>,
  parts: readonly SubTaskGiven[],
  last: number,
): Promise<StoredPart[]> {
  const tenant_id = ctx.tenant.id;
  const parent = await tx.db
    .selectFrom('planning.task')
    .select([
      'plan_id',
      'section_id',
      'ordinal',
      'from_number',
      'from_on',
      'from_issuer',
      'from_abstract',
      'conclusion_id',
    ])
    .where('tenant_id', '=', tenant_id)
    .where('id', '=', task.id)
    .executeTakeFirstOrThrow();
  const rows = parts.map((part, index) => ({
    tenant_id,
    id: newId<'task'>(),
    ...parent,
    parent_id: task.id,
    nature: 'sub-task' as const,
    part_no: last + index + 1,
    code: `${task.code}.${last + index + 1}`,
    title: part.title,
    product: part.product,
    lead_unit_id: part.leadUnitId,
    assignee_id: part.assigneeId,
    approver_id: part.approverId,
    assigner_id: part.assigneeId === null ? null : ctx.actor.officerId,
    due_kind: part.dueOn === null ? null : ('date' as const),
    due_on: part.dueOn,
    first_due_on: part.dueOn,
    created_at: tx.now,
  }));
  await tx.db.insertInto('planning.task').values(rows).execute();
  const units = rows.flatMap(({ id, lead_unit_id }) =>
    lead_unit_id === null
      ? []
      : [{ tenant_id, task_id: id, unit_id: lead_unit_id, part: 'lead', ordinal: 0 }],
  );
  if (units.length > 0) await tx.db.insertInto('planning.task_unit').values(units).execute();
  return rows.map(({ id, code, title }) => ({ id, code, title }));
}
