import { type Id, newId } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { plantPapers } from '../plan/fixtures.ts';
import { plantTasks, type TaskSeed } from '../task/fixtures.ts';

/** A plan of tests with its objectives, targets and tasks, by their order. */
export interface PlantedTree {
  readonly planId: Id<'plan'>;
  readonly objectives: readonly Id<'objective'>[];
  readonly targets: readonly Id<'target'>[];
  readonly tasks: readonly Id<'task'>[];
}

/**
 * Puts a plan with two objectives, these targets and tasks straight into the tables: targets stand under the first and
 * the second objective in turn, and `links` names pairs of task and target by their places.
 */
export async function plantTree(
  ctx: Ctx,
  tree: {
    readonly tasks: readonly TaskSeed[];
    readonly targets: readonly string[];
    readonly links?: readonly (readonly [task: number, target: number])[];
  },
): Promise<PlantedTree> {
  const db = ctx.writer;
  if (!db) throw new Error('planting needs a writing context');
  const tenant_id = ctx.tenant.id;
  const created_at = ctx.clock.now();
  const { planId, ids } = await plantTasks(ctx, tree.tasks);
  await plantPapers(ctx, planId, { targets: tree.targets.map((text) => ({ text })) });
  const objectives = [newId<'objective'>(), newId<'objective'>()];
  await db
    .insertInto('planning.objective')
    .values(
      objectives.map((id, ordinal) => ({
        tenant_id,
        id,
        plan_id: planId,
        first_plan_id: planId,
        source: 'hand',
        ordinal,
        title: `Mục tiêu ${ordinal + 1}`,
        created_at,
      })),
    )
    .execute();
  const targets = await db
    .selectFrom('planning.target')
    .select('id')
    .where('tenant_id', '=', tenant_id)
    .where('plan_id', '=', planId)
    .orderBy('ordinal')
    .execute();
  for (const [place, { id }] of targets.entries()) {
    await db
      .updateTable('planning.target')
      .set({ objective_id: objectives[place % 2] ?? null })
      .where('tenant_id', '=', tenant_id)
      .where('id', '=', id)
      .execute();
  }
  const links = (tree.links ?? []).map(([task, target]) => ({
    tenant_id,
    task_id: ids[task] ?? '',
    target_id: targets[target]?.id ?? '',
    origin: 'hand',
    batch_id: planId,
    created_at,
  }));
  for (let at = 0; at < links.length; at += 1_000) {
    await db
      .insertInto('planning.task_target')
      .values(links.slice(at, at + 1_000))
      .execute();
  }
  return { planId, objectives, targets: targets.map(({ id }) => id as Id<'target'>), tasks: ids };
}
