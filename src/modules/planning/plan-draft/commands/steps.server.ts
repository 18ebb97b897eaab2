import type { Act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import * as policy from '../policy.ts';
import { inverse, type RowChange } from '../row-image.ts';
import { applyChanges } from './change-rows.server.ts';
import { draftDeed, type LockedDraft } from './lock-draft.server.ts';

/** Takes back the last step that stands, whoever made it. */
export function undoStep(
  ctx: Ctx,
  draftId: string,
): Promise<Outcome<string, 'wrong-state' | 'nothing-to-undo'>> {
  return walk(ctx, draftId, { isUndone: false, code: 'nothing-to-undo' });
}

/** Does the step again that was taken back last. */
export function redoStep(
  ctx: Ctx,
  draftId: string,
): Promise<Outcome<string, 'wrong-state' | 'nothing-to-redo'>> {
  return walk(ctx, draftId, { isUndone: true, code: 'nothing-to-redo' });
}

function walk<Code extends string>(
  ctx: Ctx,
  draftId: string,
  way: { isUndone: boolean; code: Code },
): Promise<Outcome<string, Code | 'wrong-state'>> {
  return draftDeed<string, Code>(
    ctx,
    { name: 'planning.plan-draft.edit', kind: 'edit', decision: policy.edit(ctx.actor) },
    draftId,
    async (tx, locked) => {
      const step = await tx.db
        .selectFrom('planning.plan_draft_step')
        .select(['ordinal', 'deed', 'changes'])
        .where('tenant_id', '=', ctx.tenant.id)
        .where('draft_id', '=', locked.id)
        .where('is_undone', '=', way.isUndone)
        .orderBy('ordinal', way.isUndone ? 'asc' : 'desc')
        .limit(1)
        .executeTakeFirst();
      if (!step) return refused(way.code);
      const made = step.changes as unknown as RowChange[];
      const changes = way.isUndone ? made : inverse(made);
      await applyChanges(ctx, tx, locked, await withFreshVersions(ctx, tx, locked, changes));
      await tx.db
        .updateTable('planning.plan_draft_step')
        .set({ is_undone: !way.isUndone })
        .where('tenant_id', '=', ctx.tenant.id)
        .where('draft_id', '=', locked.id)
        .where('ordinal', '=', step.ordinal)
        .execute();
      await tx.audit({
        recordKind: 'plan-draft',
        recordId: locked.id,
        before: { step: step.ordinal, deed: step.deed, isUndone: way.isUndone },
        after: { isUndone: !way.isUndone },
      });
      return done(step.deed);
    },
  );
}

/** A version is never used twice, so that a form opened before the step cannot overwrite what it brought back. */
async function withFreshVersions(
  ctx: Ctx,
  tx: Act,
  locked: LockedDraft,
  changes: readonly RowChange[],
): Promise<RowChange[]> {
  const rows = await tx.db
    .selectFrom('planning.plan_draft_row')
    .select(['id', 'version'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', locked.id)
    .where(
      'id',
      'in',
      changes.map((one) => one.id),
    )
    .forUpdate()
    .execute();
  const standing = new Map(rows.map((row) => [row.id, row.version]));
  return changes.map(({ id, before, after }) => ({
    id,
    before,
    after: after && {
      ...after,
      version: Math.max(standing.get(id) ?? 0, before?.version ?? 0, after.version) + 1,
    },
  }));
}
