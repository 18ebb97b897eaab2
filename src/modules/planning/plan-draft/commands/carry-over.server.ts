import type { Act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { PlanDifference } from '../../plan-difference/plan-difference.ts';
import { texts } from '../texts.ts';
import { settleStages } from '../../task/settle-stages.server.ts';
import { inChunks } from './in-chunks.server.ts';
import { type OrderedTask, storeUnits } from './store-tasks.server.ts';

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
  const fields = new Map(
    difference.changed.map((pair) => [pair.after.id as string, pair.fields.map((one) => one.field)]),
  );
  const standing = await tasksOfRows(ctx, tx, [...earlier.values()]);
  const fresh: OrderedTask[] = [];
  const events: { taskId: string; kind: 'amended'; detail: string }[] = [];
  for (const task of ordered) {
    const held = standing.get(earlier.get(task.rowId) ?? '');
    if (!held) {
      fresh.push(task);
      continue;
    }
    const changed = (fields.get(task.rowId) ?? []).filter((field) => field !== 'section' && field !== 'seq');
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
        ...(changed.length > 0 ? { version: held.version + 1 } : {}),
      })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', held.id)
      .execute();
    if (changed.includes('lead') || changed.includes('coordinators'))
      await replaceUnits(ctx, tx, held.id, task);
    if (changed.length === 0) continue;
    const before = Object.fromEntries(
      [...text, ...due, 'lead_unit_id' as const].map((name) => [name, held[name]]),
    );
    events.push({ taskId: held.id, kind: 'amended', detail: JSON.stringify({ fields: changed, before }) });
  }
  await recordEvents(ctx, tx, events);
  await settleStages(
    ctx,
    tx,
    events.map((event) => event.taskId),
  );
  await drop(
    ctx,
    tx,
    difference.removed.map((row) => row.id),
  );
  return fresh;
}

/** The tasks that these rows of an issued draft ordered, by row. */
async function tasksOfRows(ctx: Ctx, tx: Act, rowIds: readonly string[]) {
  if (rowIds.length === 0) return new Map<string, never>();
  const tasks = await tx.db
    .selectFrom('planning.task')
    .select(['id', 'draft_row_id', 'version', 'state', 'stage', 'lead_unit_id', ...text, ...due])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_row_id', 'in', [...rowIds])
    .forUpdate()
    .execute();
  return new Map(tasks.map((task) => [task.draft_row_id ?? '', task]));
}

/** Writes what happened to tasks by this act. */
export async function recordEvents(
  ctx: Ctx,
  tx: Act,
  events: readonly { taskId: string; kind: 'amended' | 'dropped' | 'restored'; detail: string }[],
): Promise<void> {
  await inChunks(
    events.map(({ taskId, kind, detail }) => ({
      tenant_id: ctx.tenant.id,
      at: tx.now,
      id: newId<'task-event'>(),
      task_id: taskId,
      kind,
      actor_name: ctx.actor.name,
      detail,
    })),
    (part) => tx.db.insertInto('planning.task_event').values(part).execute(),
  );
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
  await tx.db
    .updateTable('planning.task')
    .set((eb) => ({
      state: 'cancelled',
      stage: 'cancelled',
      closed_on: ctx.clock.today(),
      closing_text: texts('vi').dropped,
      version: eb('version', '+', 1),
    }))
    .where('tenant_id', '=', ctx.tenant.id)
    .where(
      'id',
      'in',
      open.map((task) => task.id),
    )
    .execute();
  await recordEvents(
    ctx,
    tx,
    open.map((task) => ({
      taskId: task.id,
      kind: 'dropped' as const,
      detail: JSON.stringify({ stage: task.stage }),
    })),
  );
}
