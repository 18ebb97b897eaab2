import type { Act } from '#platform/db/act.ts';
import { type Id, newId, parseId } from '#platform/db/id.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { TaskEvent } from './queries.server.ts';
import type { Due } from '../reading/plan-reading.ts';
import { handedInOf } from './handed-in.server.ts';
import type { HandedIn, Task, TaskRelations } from './task.ts';
import type { TaskStage, TaskState } from './task-life.ts';
import { visibleTo } from './visible-to.server.ts';

/** A task that nobody else can change until the act ends. */
export interface LockedTask extends TaskRelations {
  readonly id: Id<'task'>;
  readonly title: string;
  readonly product: string | null;
  readonly dueOn: PlainDate | null;
  readonly dueKind: Task['dueKind'];
  /** What was read of the deadline. */
  readonly due: Due | null;
  readonly handedIn: HandedIn | null;
  readonly version: number;
}

/** Locks a task for this act; `NotFound` when the person may not see it. */
export async function lockTask(ctx: Ctx, tx: Act, taskId: string): Promise<LockedTask> {
  const id = parseId<'task'>(taskId);
  const row =
    id &&
    (await tx.db
      .selectFrom('planning.task as t')
      .select([
        't.id',
        't.title',
        't.product',
        't.state',
        't.stage',
        't.lead_unit_id',
        't.assignee_id',
        't.approver_id',
        't.due_on',
        't.due_kind',
        't.due',
        't.handed_in_text',
        't.handed_in_exception',
        't.handed_in_on',
        't.version',
      ])
      .where('t.tenant_id', '=', ctx.tenant.id)
      .where('t.id', '=', id)
      .where(visibleTo(ctx.actor))
      .forUpdate()
      .executeTakeFirst());
  if (!row) throw new NotFound();
  const units = await tx.db
    .selectFrom('planning.task_unit')
    .select('unit_id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('task_id', '=', row.id)
    .where('part', '=', 'coordinating')
    .execute();
  return {
    id: row.id as Id<'task'>,
    title: row.title,
    product: row.product,
    state: row.state as TaskState,
    stage: row.stage as TaskStage,
    leadUnitId: row.lead_unit_id as Id<'unit'> | null,
    coordinatingUnitIds: units.map((unit) => unit.unit_id as Id<'unit'>),
    assigneeId: row.assignee_id as Id<'officer'> | null,
    approverId: row.approver_id as Id<'officer'> | null,
    dueOn: row.due_on as PlainDate | null,
    dueKind: row.due_kind as Task['dueKind'],
    due: row.due as Due | null,
    handedIn: handedInOf(row),
    version: row.version,
  };
}

/** Keeps the first lead in step with the unit that answers. */
export async function setLead(ctx: Ctx, tx: Act, task: LockedTask, unitId: string | null): Promise<void> {
  if (unitId === task.leadUnitId) return;
  await tx.db
    .deleteFrom('planning.task_unit')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('task_id', '=', task.id)
    .where('part', '=', 'lead')
    .where((where) => where.or([where('unit_id', '=', task.leadUnitId), where('unit_id', '=', unitId)]))
    .execute();
  if (unitId === null) return;
  await tx.db
    .insertInto('planning.task_unit')
    .values({ tenant_id: ctx.tenant.id, task_id: task.id, unit_id: unitId, part: 'lead', ordinal: 0 })
    .execute();
}

/** Writes down what happened to a task, in the words of its history. */
export async function record(
  ctx: Ctx,
  tx: Act,
  task: LockedTask,
  kind: TaskEvent['kind'],
  detail: TaskEvent['detail'],
): Promise<void> {
  await tx.db
    .insertInto('planning.task_event')
    .values({
      tenant_id: ctx.tenant.id,
      at: tx.now,
      id: newId<'task-event'>(),
      task_id: task.id,
      kind,
      actor_name: ctx.actor.name,
      detail: JSON.stringify(detail),
    })
    .execute();
}
