import { dropUnusedUnits } from '#modules/directory/index.server.ts';
import type { Act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import * as policy from '../policy.ts';
import { importDeed, updateImport } from './lock-import.server.ts';

/**
 * Takes back everything that storing made, in one act, and puts the import under review again with all its edits.
 * Refuses once somebody has worked on a task of the plan: `detail` says how many and names the first.
 */
export function undoImport(
  ctx: Ctx,
  importId: string,
): Promise<Outcome<undefined, 'wrong-state' | 'worked-on'>> {
  return importDeed<undefined, 'worked-on'>(
    ctx,
    { name: 'planning.plan-import.undo', kind: 'undo', decision: policy.undo(ctx.actor) },
    importId,
    async (tx, locked) => {
      const planId = locked.planId ?? '';
      const tasks = await tx.db
        .selectFrom('planning.task')
        .select(['id', 'code', 'version'])
        .where('tenant_id', '=', ctx.tenant.id)
        .where('plan_id', '=', planId)
        .orderBy('ordinal')
        .forUpdate()
        .execute();
      const worked = tasks.filter((task) => task.version > 1);
      if (worked[0]) return refused('worked-on', { count: worked.length, first: worked[0].code });
      await updateImport(ctx, tx, locked, {
        state: 'review',
        plan_id: null,
        made_unit_ids: '[]',
        stored_at: null,
      });
      await removePlan(ctx, tx, planId);
      await dropUnusedUnits(ctx, tx, await stillFree(ctx, tx, locked.madeUnitIds));
      await tx.audit({
        recordKind: 'plan-import',
        recordId: locked.id,
        before: { state: 'stored', planId, tasks: tasks.length },
        after: { state: 'review' },
      });
      return done();
    },
  );
}

async function removePlan(ctx: Ctx, tx: Act, planId: string): Promise<void> {
  const taskIds = tx.db
    .selectFrom('planning.task')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('plan_id', '=', planId);
  for (const table of ['planning.task_event', 'planning.task_unit'] as const) {
    await tx.db
      .deleteFrom(table)
      .where('tenant_id', '=', ctx.tenant.id)
      .where('task_id', 'in', taskIds)
      .execute();
  }
  const children = [
    'planning.task',
    'planning.target',
    'planning.report_regime',
    'planning.citation',
  ] as const;
  for (const table of [...children, 'planning.plan_section'] as const) {
    await tx.db
      .deleteFrom(table)
      .where('tenant_id', '=', ctx.tenant.id)
      .where('plan_id', '=', planId)
      .execute();
  }
  await tx.db
    .deleteFrom('planning.plan')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', planId)
    .execute();
}

/** Those of these units that no task of another plan has taken up. */
async function stillFree(ctx: Ctx, tx: Act, unitIds: readonly string[]): Promise<string[]> {
  if (unitIds.length === 0) return [];
  const used = await tx.db
    .selectFrom('planning.task_unit')
    .select('unit_id')
    .distinct()
    .where('tenant_id', '=', ctx.tenant.id)
    .where('unit_id', 'in', [...unitIds])
    .execute();
  const taken = new Set(used.map((row) => row.unit_id));
  return unitIds.filter((id) => !taken.has(id));
}
