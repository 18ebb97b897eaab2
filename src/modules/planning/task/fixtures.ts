import { newId } from '#platform/db/id.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { Due, DueKind } from '../reading/plan-reading.ts';
import type { TaskRelations } from './task.ts';
import { submitTask } from './commands/hand-in.server.ts';
import { approveTask } from './commands/judge.server.ts';
import { stateOf, type TaskStage } from './task-life.ts';

export interface TaskSeed {
  readonly title?: string;
  readonly code?: string;
  readonly product?: string | null;
  readonly leadUnitId?: string | null;
  readonly coordinatingUnitIds?: readonly string[];
  readonly assigneeId?: string | null;
  readonly approverId?: string | null;
  readonly dueOn?: string | null;
  /** Where the deadline has been moved since; else it is the first. */
  readonly firstDueOn?: string;
  readonly dueFrom?: string | null;
  readonly dueKind?: DueKind | null;
  /** What was read of the deadline, for what recurs. */
  readonly due?: Due | null;
  readonly axis?: string;
  /** The step at which it stands, a draft unless said; what is closed was closed on the day of its deadline. */
  readonly stage?: TaskStage;
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
    first_due_on: task.firstDueOn ?? task.dueOn ?? null,
    due: task.due ? JSON.stringify(task.due) : null,
    due_kind: task.dueKind ?? (task.dueOn ? 'date' : null),
    created_at,
    ...standing(task),
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

/** Planted tasks have no evidence, and say why. */
const onPaper = 'Bản giấy, lưu tại đơn vị';

/** The columns of the step at which a task is planted, with what was handed in where there is something. */
function standing({ stage = 'draft', dueOn }: TaskSeed) {
  const on = dueOn ?? '2026-05-11';
  const isHandedIn = stage === 'submitted' || stage === 'sent-back' || stage === 'done';
  return {
    stage,
    state: stateOf(stage),
    handed_in_text: isHandedIn ? 'Báo cáo 31/BC-UBND' : null,
    handed_in_exception: isHandedIn ? onPaper : null,
    handed_in_on: isHandedIn ? on : null,
    closed_on: stateOf(stage) === 'open' ? null : on,
    closing_text: stateOf(stage) === 'open' ? null : 'Báo cáo 31/BC-UBND',
  };
}

/** Hands a planted task in and approves it at once, by the product's own commands; its version is two further then. */
export async function finishTask(
  ctx: Ctx,
  taskId: string,
  given: { readonly text: string; readonly version: number },
): Promise<void> {
  const handedIn = await submitTask(ctx, taskId, { ...given, exception: onPaper });
  const approved = handedIn.ok && (await approveTask(ctx, taskId, { version: given.version + 1 }));
  if (!approved || !approved.ok) throw new Error('the planted task could not be finished');
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
  const stage = others.stage ?? 'draft';
  return new Map(
    shapes.map((shape, index) => [ids[index] as string, { ...shape, stage, state: stateOf(stage) }]),
  );
}
