import { sql } from 'kysely';
import { dropUnusedUnits } from '#modules/directory/index.server.ts';
import type { Act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { isOrderedSince, removeLinks } from '../../objective/plan-objectives.server.ts';
import { makeOccurrences } from '../../occurrence/occurrence.ts';
import { releasePeriods } from '../../report-period/plan-periods.server.ts';
import { makePeriods } from '../../report-period/report-period.ts';
import { taskEventKinds } from '../../task/task-life.ts';
import { draftName } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { giveBack } from './give-back.server.ts';
import { draftDeed, updateDraft } from './lock-draft.server.ts';

/**
 * Takes back everything that issuing made, in one act, and opens the draft again with all its edits. A plan that took
 * the place of another gives its tasks back to it, as they were. Refuses once somebody has worked on a task since:
 * `detail` says how many and names the first; while an edit of a target stands, or people have ordered its objectives or linked its tasks; and once a later version has taken the plan's place. For its time in the
 * trash the plan can be issued again as it was.
 */
export function takeBackPlan(
  ctx: Ctx,
  draftId: string,
  reason = '',
): Promise<
  Outcome<
    undefined,
    'wrong-state' | 'worked-on' | 'targets-edited' | 'objectives-ordered' | 'replaced-already'
  >
> {
  return draftDeed<undefined, 'worked-on' | 'targets-edited' | 'objectives-ordered' | 'replaced-already'>(
    ctx,
    { name: 'planning.plan-draft.take-back', kind: 'takeBack', decision: policy.takeBack(ctx.actor) },
    draftId,
    async (tx, locked) => {
      const plan = await tx.db
        .selectFrom('planning.plan')
        .select(['id', 'state'])
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', '=', locked.planId)
        .forUpdate()
        .executeTakeFirstOrThrow();
      if (plan.state === 'replaced') return refused('replaced-already');
      const worked = await workedOn(ctx, tx, plan.id);
      if (worked[0]) return refused('worked-on', { count: worked.length, first: worked[0].code });
      if (await hasEditedTargets(ctx, tx, plan.id)) return refused('targets-edited');
      if (await isOrderedSince(ctx, tx, plan.id)) return refused('objectives-ordered');
      const earlierId = locked.amendsPlanId;
      await updateDraft(ctx, tx, locked, {
        state: 'draft',
        plan_id: null,
        made_unit_ids: '[]',
        issued_at: null,
      });
      const given = earlierId ? await giveBack(ctx, tx, locked, plan.id, earlierId) : 0;
      await releasePeriods(ctx, tx, plan.id, earlierId);
      await removePlan(ctx, tx, plan.id);
      await dropUnusedUnits(ctx, tx, await stillFree(ctx, tx, locked.madeUnitIds));
      await tx.enqueue(makeOccurrences);
      await tx.enqueue(makePeriods);
      await tx.throwAway({
        kind: 'plan',
        recordId: locked.id,
        title: draftName(locked),
        reason,
        version: locked.version + 1,
      });
      await tx.audit({
        recordKind: 'plan-draft',
        recordId: locked.id,
        before: { state: 'issued', planId: plan.id },
        after: { state: 'draft', givenBack: given },
      });
      return done();
    },
  );
}

const deedsOfPeople = taskEventKinds.filter(
  (kind) => !['imported', 'amended', 'dropped', 'restored', 'taken-back', 'occurrences-made'].includes(kind),
);

/** The tasks of the plan to which something has happened since it was issued. */
async function workedOn(ctx: Ctx, tx: Act, planId: string): Promise<{ code: string }[]> {
  return tx.db
    .selectFrom('planning.task as t')
    .innerJoin('planning.plan as p', (join) =>
      join.onRef('p.tenant_id', '=', 't.tenant_id').onRef('p.id', '=', 't.plan_id'),
    )
    .select('t.code')
    .where('t.tenant_id', '=', ctx.tenant.id)
    .where('t.plan_id', '=', planId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('planning.task_event as e')
          .select('e.id')
          .whereRef('e.tenant_id', '=', 't.tenant_id')
          .whereRef('e.task_id', '=', 't.id')
          .where('e.kind', 'in', deedsOfPeople)
          .where(sql<boolean>`(e.at, e.id) > (p.created_at, p.id)`),
      ),
    )
    .orderBy('t.ordinal')
    .execute();
}

/** Whether a target of the plan says something else than when it was issued. */
async function hasEditedTargets(ctx: Ctx, tx: Act, planId: string): Promise<boolean> {
  const newest = await tx.db
    .selectFrom('planning.target_event as e')
    .innerJoin('planning.target as g', (join) =>
      join
        .onRef('g.tenant_id', '=', 'e.tenant_id')
        .onRef('g.id', '=', 'e.target_id')
        .onRef('g.version', '=', 'e.version'),
    )
    .select('e.id')
    .where('g.tenant_id', '=', ctx.tenant.id)
    .where('g.plan_id', '=', planId)
    .where('e.kind', '=', 'edited')
    .limit(1)
    .executeTakeFirst();
  return newest !== undefined;
}

async function removePlan(ctx: Ctx, tx: Act, planId: string): Promise<void> {
  await removeLinks(ctx, tx, planId);
  const taskIds = tx.db
    .selectFrom('planning.task')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('plan_id', '=', planId);
  await tx.db
    .deleteFrom('planning.dependency')
    .where('tenant_id', '=', ctx.tenant.id)
    .where((eb) => eb.or([eb('task_id', 'in', taskIds), eb('predecessor_id', 'in', taskIds)]))
    .execute();
  for (const table of ['planning.task_event', 'planning.task_unit', 'planning.contribution'] as const) {
    await tx.db
      .deleteFrom(table)
      .where('tenant_id', '=', ctx.tenant.id)
      .where('task_id', 'in', taskIds)
      .execute();
  }
  await tx.db
    .deleteFrom('planning.target_event as e')
    .using('planning.target as g')
    .whereRef('g.tenant_id', '=', 'e.tenant_id')
    .whereRef('g.id', '=', 'e.target_id')
    .where('g.tenant_id', '=', ctx.tenant.id)
    .where('g.plan_id', '=', planId)
    .execute();
  const children = [
    'planning.task',
    'planning.target',
    'planning.report_regime',
    'planning.citation',
  ] as const;
  for (const table of [...children, 'planning.objective', 'planning.plan_section'] as const) {
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
