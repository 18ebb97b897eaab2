import type { Act } from '#platform/db/act.ts';
import type { Selectable } from 'kysely';
import type { PlanningTask } from '#db/types.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { PlanDifference } from '../../plan-difference/plan-difference.ts';
import { texts } from '../texts.ts';
import { cancelChildren, followParents, recordForMany } from '../../task/children.server.ts';
import { dropTasks } from '../../task/drop-tasks.server.ts';
import { partsOf } from '../../task/locked-task.server.ts';
import { settleStages } from '../../task/settle-stages.server.ts';
import type { TaskStage } from '../../task/task-life.ts';
import { type OrderedTask, storeUnits } from './store-tasks.server.ts';
import { tellOfAmendment } from './tell-amended.server.ts';

const text = ['objective', 'title', 'activity', 'product', 'chair_leader', 'note'] as const;
const due = ['due_text', 'due_kind', 'due_from', 'due_on', 'due'] as const;

/** The columns of a task that one field of the plan's row stands for. */
const columnsOfField: Readonly<Record<string, readonly (keyof OrderedTask['columns'])[]>> = {
  objective: ['objective', 'title'],
  task: ['title', 'activity'],
  activity: ['title', 'activity'],
  product: ['product'],
  chair_leader: ['chair_leader'],
  lead: ['lead_unit_id'],
  due_text: due,
  note: ['note'],
};

/**
 * Takes the tasks of the earlier version into the later one. A task that reads the same keeps everything that has
 * happened to it; one that reads otherwise keeps it too and gets the new words; one that is no longer ordered is
 * closed where it stands, unless it is closed already. Gives the tasks that are left to be made anew.
 */
export async function carryOver(
  ctx: Ctx,
  tx: Act,
  planId: Id<'plan'>,
  ordered: readonly OrderedTask[],
  difference: PlanDifference,
): Promise<OrderedTask[]> {
  const earlier = new Map(
    [...difference.same, ...difference.changed].map((pair) => [
      pair.after.id as string,
      pair.before.id as string,
    ]),
  );
  const fieldsOf = new Map(
    difference.changed.map((pair) => [pair.after.id as string, pair.fields.map((one) => one.field)]),
  );
  const standing = await tasksOfRows(ctx, tx, [...earlier.values()]);
  const fresh: OrderedTask[] = [];
  const formerParts = await partsOf(
    tx.db,
    ctx,
    [...standing.values()].map((held) => held.id),
  );
  const amended: { held: HeldTask; fields: readonly string[]; before: Readonly<Record<string, unknown>> }[] =
    [];
  for (const task of ordered) {
    const held = standing.get(earlier.get(task.rowId) ?? '');
    if (!held) {
      fresh.push(task);
      continue;
    }
    const changed = (fieldsOf.get(task.rowId) ?? []).filter(
      (field) => field !== 'section' && field !== 'seq',
    );
    const columns = [...new Set(changed.flatMap((field) => columnsOfField[field] ?? []))];
    await tx.db
      .updateTable('planning.task')
      .set({
        plan_id: planId,
        section_id: task.columns.section_id,
        ordinal: task.columns.ordinal,
        code: task.columns.code,
        draft_row_id: task.columns.draft_row_id,
        origin_lines: task.columns.origin_lines,
        ...Object.fromEntries(columns.map((column) => [column, task.columns[column]])),
        ...(columns.includes('due_on') && { first_due_on: firstOf(held.first_due_on, task.columns.due_on) }),
        ...(changed.length > 0 ? { version: held.version + 1 } : {}),
      })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', held.id)
      .execute();
    if (changed.includes('lead') || changed.includes('coordinators'))
      await replaceUnits(ctx, tx, held.id, task);
    if (changed.length === 0) continue;
    const before = Object.fromEntries(
      [...text, ...due, 'first_due_on' as const, 'lead_unit_id' as const].map((name) => [name, held[name]]),
    );
    amended.push({ held, fields: changed, before });
  }
  const ids = amended.map(({ held }) => held.id);
  const settled = await settleStages(ctx, tx, ids);
  await recordForMany(
    ctx,
    tx,
    amended.map(({ held, fields, before }) => ({
      taskId: held.id,
      kind: 'amended',
      detail: { fields, before },
      stage: settled.get(held.id) ?? null,
    })),
  );
  await followParents(ctx, tx, planId, ids);
  const parts = await partsOf(tx.db, ctx, ids);
  const open = amended.filter(({ held }) => held.state === 'open');
  tellOfAmendment(
    ctx,
    tx,
    'amended',
    open.map(({ held, fields }) => ({
      ...held,
      fields,
      before: { stage: held.stage, parts: formerParts.get(held.id) ?? [] },
      after: { stage: settled.get(held.id) ?? held.stage, parts: parts.get(held.id) ?? [] },
    })),
  );
  await drop(
    ctx,
    tx,
    difference.removed.map((row) => row.id),
  );
  return fresh;
}

/** The first deadline under new words: the one that was first, while there is a deadline at all. */
export function firstOf(first: string | null, dueOn: string | null): string | null {
  return dueOn === null ? null : (first ?? dueOn);
}

/** A task of the earlier version with the words that it has there, locked. */
interface HeldTask
  extends Pick<
    Selectable<PlanningTask>,
    | (typeof text)[number]
    | (typeof due)[number]
    | 'id'
    | 'version'
    | 'state'
    | 'lead_unit_id'
    | 'assignee_id'
    | 'approver_id'
    | 'first_due_on'
  > {
  readonly stage: TaskStage;
}

/** The tasks that these rows of an issued draft ordered, by row. */
async function tasksOfRows(
  ctx: Ctx,
  tx: Act,
  rowIds: readonly string[],
): Promise<ReadonlyMap<string, HeldTask>> {
  if (rowIds.length === 0) return new Map<string, HeldTask>();
  const tasks = await tx.db
    .selectFrom('planning.task')
    .select([
      'id',
      'draft_row_id',
      'version',
      'state',
      'stage',
      'lead_unit_id',
      'assignee_id',
      'approver_id',
      'first_due_on',
      ...text,
      ...due,
    ])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_row_id', 'in', [...rowIds])
    .forUpdate()
    .execute();
  return new Map(tasks.map((task) => [task.draft_row_id ?? '', { ...task, stage: task.stage as TaskStage }]));
}

async function replaceUnits(ctx: Ctx, tx: Act, taskId: string, task: OrderedTask): Promise<void> {
  await tx.db
    .deleteFrom('planning.task_unit')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('task_id', '=', taskId)
    .execute();
  await storeUnits(ctx, tx, [{ taskId, units: task.units }]);
}

async function drop(ctx: Ctx, tx: Act, rowIds: readonly string[]): Promise<void> {
  const open = [...(await tasksOfRows(ctx, tx, rowIds)).values()].filter((task) => task.state === 'open');
  if (open.length === 0) return;
  const ids = open.map((task) => task.id);
  await dropTasks(ctx, tx, open);
  await cancelChildren(ctx, tx, ids, { kind: 'dropped', text: texts('vi').dropped });
  const parts = await partsOf(tx.db, ctx, ids);
  const after = { stage: 'cancelled', parts: [] } as const;
  const dropped = open.map(({ stage, ...task }) => ({
    ...task,
    before: { stage, parts: parts.get(task.id) ?? [] },
    after,
  }));
  tellOfAmendment(ctx, tx, 'dropped', dropped);
}
