import { sql, type Updateable } from 'kysely';
import type { PlanningTask } from '#db/types.ts';
import type { Act } from '#platform/db/act.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { giveObjectivesBack } from '../../objective/plan-objectives.server.ts';
import { followParents, recordForMany, reviveChildren } from '../../task/children.server.ts';
import { partsOf } from '../../task/locked-task.server.ts';
import { settleStages } from '../../task/settle-stages.server.ts';
import type { TaskStage } from '../../task/task-life.ts';
import { only, taskCodes } from '../plan-draft.ts';
import { listKeptRows, listRows } from '../queries.server.ts';
import { firstOf } from './carry-over.server.ts';
import type { LockedDraft } from './lock-draft.server.ts';
import { storeUnits } from './store-tasks.server.ts';
import { tellOfAmendment } from './tell-amended.server.ts';
import { findUnitsByName } from '#modules/directory/index.server.ts';
import type { Id } from '#platform/db/id.ts';

/**
 * Gives the tasks that a later version took over back to the earlier one, with the words that they had there, and
 * opens again those that the later version had dropped. The earlier version stands as issued again. Gives their number.
 */
export async function giveBack(
  ctx: Ctx,
  tx: Act,
  locked: LockedDraft,
  planId: string,
  earlierId: string,
): Promise<number> {
  const earlier = await tx.db
    .updateTable('planning.plan')
    .set({ state: 'issued' })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', earlierId)
    .returning(['draft_id', 'id'])
    .executeTakeFirstOrThrow();
  const rows = only(await listKeptRows(ctx, earlier.draft_id as Id<'plan-draft'>), 'task');
  const codes = taskCodes(rows.map(({ data }) => data));
  const places = new Map(
    rows.map((row, index) => [row.id as string, { row, ordinal: index, code: codes[index] ?? '' }]),
  );
  const sections = await sectionIds(ctx, tx, earlier.id);
  const pairs = new Map((await listRows(ctx, locked.id)).map((row) => [row.id as string, row.pair]));
  const tasks = await tx.db
    .selectFrom('planning.task')
    .select(['id', 'draft_row_id', 'version', 'first_due_on', 'state', 'stage', 'assignee_id', 'approver_id'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('plan_id', '=', planId)
    .forUpdate()
    .execute();
  const amended = await formerWords(ctx, tx, planId);
  const ids = [...amended.keys()];
  const partsBefore = await partsOf(tx.db, ctx, ids);
  let given = 0;
  for (const task of tasks) {
    const place = places.get(pairs.get(task.draft_row_id ?? '') ?? '');
    if (!place) continue;
    const former = amended.get(task.id);
    await tx.db
      .updateTable('planning.task')
      .set({
        plan_id: earlier.id,
        section_id: sections.get(place.row.data.section ?? '') ?? null,
        ordinal: place.ordinal,
        code: place.code,
        draft_row_id: place.row.id,
        origin_lines: JSON.stringify(place.row.data.line),
        ...(former && {
          ...former,
          due: former.due && JSON.stringify(former.due),
          // Events of the release before do not name the first deadline.
          first_due_on: former.first_due_on ?? firstOf(task.first_due_on, former.due_on),
          version: task.version + 1,
        }),
      })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', task.id)
      .execute();
    if (former) await restoreUnits(ctx, tx, task.id, place.row.data);
    given += 1;
  }
  const settled = await settleStages(ctx, tx, ids);
  await recordForMany(
    ctx,
    tx,
    ids.map((taskId) => ({ taskId, kind: 'restored', detail: {}, stage: settled.get(taskId) ?? null })),
  );
  await followParents(ctx, tx, earlier.id, ids);
  const partsAfter = await partsOf(tx.db, ctx, ids);
  const open = tasks.filter((task) => amended.has(task.id) && task.state === 'open');
  tellOfAmendment(
    ctx,
    tx,
    'restored',
    open.map(({ stage, ...task }) => ({
      ...task,
      before: { stage: stage as TaskStage, parts: partsBefore.get(task.id) ?? [] },
      after: { stage: settled.get(task.id) ?? (stage as TaskStage), parts: partsAfter.get(task.id) ?? [] },
    })),
  );
  await giveObjectivesBack(ctx, tx, planId, earlier.id);
  await reopenDropped(
    ctx,
    tx,
    earlier.id,
    rows.map((row) => row.id),
  );
  return given;
}

/** The columns of each amended task as they were before, from the event that tells of the change. */
async function formerWords(ctx: Ctx, tx: Act, planId: string): Promise<Map<string, FormerWords>> {
  const events = await tx.db
    .selectFrom('planning.task_event as e')
    .innerJoin('planning.task as t', (join) =>
      join.onRef('t.tenant_id', '=', 'e.tenant_id').onRef('t.id', '=', 'e.task_id'),
    )
    .innerJoin('planning.plan as p', (join) =>
      join.onRef('p.tenant_id', '=', 't.tenant_id').onRef('p.id', '=', 't.plan_id'),
    )
    .select(['e.task_id', 'e.detail'])
    .where('e.tenant_id', '=', ctx.tenant.id)
    .where('t.plan_id', '=', planId)
    .where('e.kind', '=', 'amended')
    .whereRef('e.at', '=', 'p.created_at')
    .execute();
  return new Map(
    events.map(({ task_id, detail }) => {
      const { due, ...before } = (detail as unknown as { before: FormerWords }).before;
      return [task_id, { ...before, due: due && JSON.stringify(due) }];
    }),
  );
}

/** The columns of a task that an amendment may have changed. */
type FormerWords = Pick<
  Updateable<PlanningTask>,
  'objective' | 'title' | 'activity' | 'product' | 'chair_leader' | 'note' | 'lead_unit_id'
> & {
  readonly due_text: string | null;
  readonly due_on: string | null;
  readonly first_due_on?: string | null;
  readonly due: string | null;
};

async function restoreUnits(
  ctx: Ctx,
  tx: Act,
  taskId: string,
  data: { lead: readonly string[]; coordinators: readonly string[] },
): Promise<void> {
  const known = await findUnitsByName(ctx, [...data.lead, ...data.coordinators]);
  await tx.db
    .deleteFrom('planning.task_unit')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('task_id', '=', taskId)
    .execute();
  const units = (['lead', 'coordinating'] as const).flatMap((part) => {
    const names = part === 'lead' ? data.lead : data.coordinators;
    const ids = [...new Set(names.flatMap((name) => known.get(name)?.id ?? []))];
    return ids.map((unit_id, ordinal) => ({ unit_id, part, ordinal }));
  });
  await storeUnits(ctx, tx, [{ taskId, units }]);
}

async function sectionIds(ctx: Ctx, tx: Act, planId: string): Promise<Map<string, string>> {
  const sections = await tx.db
    .selectFrom('planning.plan_section')
    .select(['id', 'code'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('plan_id', '=', planId)
    .execute();
  return new Map(sections.map((section) => [section.code, section.id]));
}

async function reopenDropped(ctx: Ctx, tx: Act, planId: string, rowIds: readonly string[]): Promise<void> {
  if (rowIds.length === 0) return;
  const reopened = await tx.db
    .updateTable('planning.task as t')
    .set((eb) => ({
      state: 'open',
      stage: sql<string>`coalesce((select e.detail ->> 'stage' from planning.task_event e
        where e.tenant_id = t.tenant_id and e.task_id = t.id order by e.at desc, e.id desc limit 1), 'draft')`,
      closed_on: null,
      closing_text: null,
      version: eb('t.version', '+', 1),
    }))
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where('t.plan_id', '=', planId)
    .where('t.state', '=', 'cancelled')
    .where('t.draft_row_id', 'in', [...rowIds])
    .where((eb) =>
      eb(
        eb
          .selectFrom('planning.task_event as e')
          .select('e.kind')
          .whereRef('e.tenant_id', '=', 't.tenant_id')
          .whereRef('e.task_id', '=', 't.id')
          .orderBy('e.at', 'desc')
          .orderBy('e.id', 'desc')
          .limit(1),
        '=',
        'dropped',
      ),
    )
    .returning(['t.id', 't.stage', 't.assignee_id', 't.approver_id'])
    .execute();
  const ids = reopened.map(({ id }) => id);
  await recordForMany(
    ctx,
    tx,
    reopened.map(({ id, stage }) => ({
      taskId: id,
      kind: 'restored',
      detail: {},
      stage: stage as TaskStage,
    })),
  );
  await reviveChildren(ctx, tx, ids, 'restored');
  const parts = await partsOf(tx.db, ctx, ids);
  const before = { stage: 'cancelled', parts: [] } as const;
  tellOfAmendment(
    ctx,
    tx,
    'restored',
    reopened.map(({ stage, ...task }) => ({
      ...task,
      before,
      after: { stage: stage as TaskStage, parts: parts.get(task.id) ?? [] },
    })),
  );
}
