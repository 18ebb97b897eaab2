import { newId } from '#platform/db/id.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Due, DueKind } from '../reading/plan-reading.ts';
import type { TaskRelations } from './task.ts';

export interface TaskSeed {
  readonly title?: string;
  readonly code?: string;
  readonly product?: string | null;
  readonly leadUnitId?: string | null;
  readonly coordinatingUnitIds?: readonly string[];
  readonly assigneeId?: string | null;
  readonly approverId?: string | null;
  readonly dueOn?: string | null;
  readonly dueFrom?: string | null;
  readonly dueKind?: DueKind | null;
  /** What was read of the deadline, for what recurs. */
  readonly due?: Due | null;
  readonly axis?: string;
}

/** Puts a plan with these tasks straight into the tables, for tests that are not about how a plan gets there. */
export async function plantTasks(
  ctx: Ctx,
  tasks: readonly TaskSeed[],
): Promise<{ planId: Id<'plan'>; ids: Id<'task'>[] }> {
  const db = ctx.writer;
  if (!db) throw new Error('planting needs a writing context');
  const tenant_id = ctx.tenant.id;
  const created_at = ctx.clock.now();
  const planId = newId<'plan'>();
  const sectionId = newId<'plan-section'>();
  await db
    .insertInto('planning.plan')
    .values({
      tenant_id,
      id: planId,
      kind: 'cchc-plan',
      title: 'Kế hoạch cải cách hành chính năm 2026',
      year_from: 2026,
      year_to: 2026,
      state: 'issued',
      created_at,
    })
    .execute();
  await db
    .insertInto('planning.plan_section')
    .values({
      tenant_id,
      id: sectionId,
      plan_id: planId,
      ordinal: 1,
      code: 'I',
      title: 'Chỉ đạo, điều hành',
      axis: tasks[0]?.axis ?? 'steering',
    })
    .execute();
  const ids = tasks.map(() => newId<'task'>());
  const rows = tasks.map((task, index) => ({
    tenant_id,
    id: ids[index] as string,
    plan_id: planId,
    section_id: sectionId,
    ordinal: index + 1,
    code: task.code ?? `I.${index + 1}`,
    title: task.title ?? `Nhiệm vụ ${index + 1}`,
    product: task.product ?? null,
    lead_unit_id: task.leadUnitId ?? null,
    assignee_id: task.assigneeId ?? null,
    approver_id: task.approverId ?? null,
    due_from: task.dueFrom ?? null,
    due_on: task.dueOn ?? null,
    due: task.due ? JSON.stringify(task.due) : null,
    due_kind: task.dueKind ?? (task.dueOn ? 'date' : null),
    created_at,
  }));
  for (let at = 0; at < rows.length; at += 1_000) {
    await db
      .insertInto('planning.task')
      .values(rows.slice(at, at + 1_000))
      .execute();
  }
  const units = tasks.flatMap((task, index) =>
    (task.coordinatingUnitIds ?? []).map((unit_id, ordinal) => ({
      tenant_id,
      task_id: ids[index] as string,
      unit_id,
      part: 'coordinating',
      ordinal,
    })),
  );
  if (units.length > 0) await db.insertInto('planning.task_unit').values(units).execute();
  return { planId, ids };
}

/** Plants an open task for each way in which units and people can stand to one, for tests of rights. */
export async function plantTasksOfAllShapes(
  ctx: Ctx,
  units: readonly Id<'unit'>[],
  people: readonly Id<'officer'>[],
  others: TaskSeed = {},
): Promise<ReadonlyMap<string, TaskRelations>> {
  const [a = null, b = null, c = null] = units;
  const present = (ids: (Id<'unit'> | null)[]) => ids.filter((id) => id !== null);
  const shapes = [a, b, null].flatMap((leadUnitId) =>
    [[], present([b]), present([b, c])].flatMap((coordinatingUnitIds) =>
      [null, people[0] ?? null].flatMap((assigneeId) =>
        [null, people[1] ?? null].map((approverId) => ({
          leadUnitId,
          coordinatingUnitIds,
          assigneeId,
          approverId,
        })),
      ),
    ),
  );
  const { ids } = await plantTasks(
    ctx,
    shapes.map((shape) => ({ ...others, ...shape })),
  );
  return new Map(shapes.map((shape, index) => [ids[index] as string, { ...shape, state: 'open' }]));
}
