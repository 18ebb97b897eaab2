import { ensureUnits } from '#modules/directory/index.server.ts';
import type { Act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { type DraftRow, dueOn, isCollective, taskCodes, taskTitle } from '../plan-draft.ts';
import { inChunks } from './in-chunks.server.ts';

/** A task as a row of the plan orders it, ready to be written. */
export interface OrderedTask {
  readonly rowId: string;
  readonly columns: ReturnType<typeof columnsOf>;
  readonly units: readonly {
    readonly unit_id: string;
    readonly part: 'lead' | 'coordinating';
    readonly ordinal: number;
  }[];
}

/**
 * What the rows of a plan order, with the units that they name; units that the commune does not have yet are made,
 * and given back.
 */
export async function orderTasks(
  ctx: Ctx,
  tx: Act,
  rows: readonly DraftRow<'task'>[],
  sectionIds: ReadonlyMap<string, string>,
): Promise<{ tasks: OrderedTask[]; madeUnits: readonly Id<'unit'>[] }> {
  const names = [...new Set(rows.flatMap(({ data }) => [...data.lead, ...data.coordinators]))];
  const units = await ensureUnits(
    ctx,
    tx,
    names.map((name) => ({ name, isCollective: isCollective(name) })),
  );
  const codes = taskCodes(rows.map(({ data }) => data));
  const tasks = rows.map((row, index) => ({
    rowId: row.id,
    columns: columnsOf(row, {
      ordinal: index,
      code: codes[index] ?? '',
      sectionId: sectionIds.get(row.data.section ?? '') ?? null,
      leadUnitId: units.ids.get(row.data.lead[0] ?? '') ?? null,
    }),
    units: (['lead', 'coordinating'] as const).flatMap((part) => {
      const given = part === 'lead' ? row.data.lead : row.data.coordinators;
      const ids = [...new Set(given.map((name) => units.ids.get(name)).filter((id) => id !== undefined))];
      return ids.map((unit_id, ordinal) => ({ unit_id, part, ordinal }));
    }),
  }));
  return { tasks, madeUnits: units.created };
}

function columnsOf(
  { id, data }: DraftRow<'task'>,
  place: { ordinal: number; code: string; sectionId: string | null; leadUnitId: string | null },
) {
  const title = taskTitle(data);
  return {
    section_id: place.sectionId,
    ordinal: place.ordinal,
    code: place.code,
    draft_row_id: id as string,
    objective: data.objective,
    title,
    activity: data.activity === title ? null : data.activity,
    product: data.product,
    chair_leader: data.chair_leader,
    lead_unit_id: place.leadUnitId,
    due_text: data.due_text,
    due_kind: data.due?.kind ?? null,
    due_from: data.due?.from ?? null,
    due_on: dueOn(data.due),
    due: data.due && JSON.stringify(data.due),
    note: data.note,
    origin_lines: JSON.stringify(data.line),
  };
}

/** Writes tasks that no earlier version of the plan had. */
export async function storeTasks(
  ctx: Ctx,
  tx: Act,
  planId: Id<'plan'>,
  ordered: readonly OrderedTask[],
): Promise<void> {
  const tenant_id = ctx.tenant.id;
  const tasks = ordered.map((task) => ({ ...task, id: newId<'task'>() }));
  await inChunks(
    tasks.map(({ id, columns }) => ({
      tenant_id,
      id,
      plan_id: planId,
      created_at: tx.now,
      first_due_on: columns.due_on,
      ...columns,
    })),
    (part) => tx.db.insertInto('planning.task').values(part).execute(),
  );
  await storeUnits(
    ctx,
    tx,
    tasks.map(({ id, units }) => ({ taskId: id, units })),
  );
  await inChunks(
    tasks.map(({ id }) => ({
      tenant_id,
      at: tx.now,
      id: newId<'task-event'>(),
      task_id: id,
      kind: 'imported',
      actor_name: ctx.actor.name,
    })),
    (part) => tx.db.insertInto('planning.task_event').values(part).execute(),
  );
}

/** Writes the units of tasks that have none yet. */
export async function storeUnits(
  ctx: Ctx,
  tx: Act,
  tasks: readonly { readonly taskId: string; readonly units: OrderedTask['units'] }[],
): Promise<void> {
  const parts = tasks.flatMap(({ taskId, units }) =>
    units.map((unit) => ({ tenant_id: ctx.tenant.id, task_id: taskId, ...unit })),
  );
  await inChunks(parts, (part) => tx.db.insertInto('planning.task_unit').values(part).execute());
}
