import { dropUnusedUnits } from '#modules/directory/index.server.ts';
import type { Act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import * as policy from '../policy.ts';
import { draftDeed, updateDraft } from './lock-draft.server.ts';

/**
 * Takes back everything that storing made, in one act, and puts the import under review again with all its edits.
 * Refuses once somebody has worked on a task of the plan: `detail` says how many and names the first.
 */
export function takeBackPlan(
  ctx: Ctx,
  draftId: string,
): Promise<Outcome<undefined, 'wrong-state' | 'worked-on'>> {
  return draftDeed<undefined, 'worked-on'>(
    ctx,
    { name: 'planning.plan-draft.take-back', kind: 'takeBack', decision: policy.takeBack(ctx.actor) },
    draftId,
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
      await updateDraft(ctx, tx, locked, {
        state: 'draft',
        plan_id: null,
        made_unit_ids: '[]',
        issued_at: null,
      });
      await removePlan(ctx, tx, planId);
      await dropUnusedUnits(ctx, tx, await stillFree(ctx, tx, locked.madeUnitIds));
      await tx.audit({
        recordKind: 'plan-draft',
        recordId: locked.id,
        before: { state: 'issued', planId, tasks: tasks.length },
        after: { state: 'draft' },
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
