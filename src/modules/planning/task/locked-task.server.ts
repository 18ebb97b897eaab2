import { sql } from 'kysely';
import type { Act } from '#platform/db/act.ts';
import type { ReadDb } from '#platform/db/db.ts';
import { keptQuery } from '#platform/db/kept-query.ts';
import { type Id, newId, parseId } from '#platform/db/id.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { keptForActor } from '#platform/session/kept-for-actor.server.ts';
import type { TaskEvent } from './queries.server.ts';
import type { Due } from '../reading/plan-reading.ts';
import type { NoticedPart } from '../task-notice/task-notice.ts';
import { handedInOf } from './handed-in.server.ts';
import type { HandedIn, Task, TaskNature, TaskRelations } from './task.ts';
import type { TaskStage, TaskState } from './task-life.ts';
import { visibleTo } from './visible-to.server.ts';

/** A task that nobody else can change until the act ends. */
export interface LockedTask extends TaskRelations {
  readonly id: Id<'task'>;
  readonly nature: TaskNature;
  readonly parentId: Id<'task'> | null;
  readonly code: string;
  readonly title: string;
  readonly product: string | null;
  /** The coordinating units with who of each is in charge. */
  readonly parts: readonly NoticedPart[];
  /** Who gave it out. */
  readonly assignerId: Id<'officer'> | null;
  readonly dueOn: PlainDate | null;
  /** The last day that it may be due: for a sub-task that of its task; null where nothing bounds it. */
  readonly latestDueOn: PlainDate | null;
  readonly firstDueOn: PlainDate | null;
  readonly dueKind: Task['dueKind'];
  /** What was read of the deadline. */
  readonly due: Due | null;
  readonly handedIn: HandedIn | null;
  readonly version: number;
}

const lockedRows = keptForActor(({ tenant, actor, db }, { id }: { readonly id: Id<'task'> }) =>
  db
    .selectFrom('planning.task as t')
    .select([
      't.id',
      't.nature',
      't.parent_id',
      't.code',
      't.title',
      't.product',
      't.state',
      't.stage',
      't.lead_unit_id',
      't.assignee_id',
      't.approver_id',
      't.assigner_id',
      't.due_on',
      't.first_due_on',
      't.due_kind',
      't.due',
      't.handed_in_text',
      't.handed_in_exception',
      't.handed_in_on',
      't.version',
      sql<PlainDate | null>`case when t.nature = 'sub-task' then (select p.due_on from planning.task p
        where p.tenant_id = t.tenant_id and p.id = t.parent_id) end`.as('latest_due_on'),
    ])
    .where('t.tenant_id', '=', tenant.id)
    .where('t.id', '=', id)
    .where(visibleTo(actor))
    .forUpdate(),
);

/** Locks a task for this act; `NotFound` when the person may not see it. */
export async function lockTask(ctx: Ctx, tx: Act, taskId: string): Promise<LockedTask> {
  const id = parseId<'task'>(taskId);
  const [row] = id ? await lockedRows(ctx, { id }) : [];
  if (!row) throw new NotFound();
  const parts = (await partsOf(tx.db, ctx, [row.id])).get(row.id) ?? [];
  return {
    id: row.id as Id<'task'>,
    nature: row.nature as TaskNature,
    parentId: row.parent_id as Id<'task'> | null,
    code: row.code,
    title: row.title,
    product: row.product,
    state: row.state as TaskState,
    stage: row.stage as TaskStage,
    leadUnitId: row.lead_unit_id as Id<'unit'> | null,
    coordinatingUnitIds: parts.map((part) => part.unitId),
    parts,
    assigneeId: row.assignee_id as Id<'officer'> | null,
    approverId: row.approver_id as Id<'officer'> | null,
    assignerId: row.assigner_id as Id<'officer'> | null,
    dueOn: row.due_on as PlainDate | null,
    latestDueOn: row.latest_due_on,
    firstDueOn: row.first_due_on as PlainDate | null,
    dueKind: row.due_kind as Task['dueKind'],
    due: row.due as Due | null,
    handedIn: handedInOf(row),
    version: row.version,
  };
}

interface PartsAsked {
  readonly tenantId: Id<'tenant'>;
  readonly taskIds: readonly string[];
}

const partRows = keptQuery((db, { tenantId, taskIds }: PartsAsked) =>
  db
    .selectFrom('planning.task_unit as tu')
    .leftJoin('planning.contribution as c', (join) =>
      join
        .onRef('c.tenant_id', '=', 'tu.tenant_id')
        .onRef('c.task_id', '=', 'tu.task_id')
        .onRef('c.unit_id', '=', 'tu.unit_id'),
    )
    .select(['tu.task_id', 'tu.unit_id', 'c.officer_id'])
    .where('tu.tenant_id', '=', tenantId)
    .where('tu.task_id', '=', sql<string>`any(${taskIds}::uuid[])`)
    .where('tu.part', '=', 'coordinating'),
);

/** The coordinating units of tasks, by task, with who of each is in charge of its part. */
export async function partsOf(
  db: ReadDb,
  ctx: Ctx,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, readonly NoticedPart[]>> {
  const found = new Map<string, NoticedPart[]>();
  if (taskIds.length === 0) return found;
  const rows = await partRows(db, { tenantId: ctx.tenant.id, taskIds });
  for (const row of rows) {
    const part = {
      unitId: row.unit_id as Id<'unit'>,
      officerId: row.officer_id as Id<'officer'> | null,
    };
    found.set(row.task_id, [...(found.get(row.task_id) ?? []), part]);
  }
  return found;
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

/**
 * Writes down what happened to a task, in the words of its history.
 * @param stage the step to which it brought the task; null where the task stays at its step
 */
export async function record(
  ctx: Ctx,
  tx: Act,
  task: LockedTask,
  kind: TaskEvent['kind'],
  detail: TaskEvent['detail'],
  stage: TaskStage | null = null,
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
      officer_id: ctx.actor.officerId,
      detail: JSON.stringify(detail),
      stage,
    })
    .execute();
}
