import { parseId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import * as policy from '../policy.ts';
import { changeRows } from './change-rows.server.ts';
import { draftDeed, updateDraft } from './lock-draft.server.ts';

/** Says which issued plan the draft will take the place of; an empty id says none. */
export function amendPlan(
  ctx: Ctx,
  draftId: string,
  planId: string,
): Promise<Outcome<undefined, 'wrong-state' | 'replaced-already'>> {
  return draftDeed<undefined, 'replaced-already'>(
    ctx,
    { name: 'planning.plan-draft.edit', kind: 'edit', decision: policy.edit(ctx.actor) },
    draftId,
    async (tx, locked) => {
      if (planId !== '') {
        const id = parseId<'plan'>(planId);
        const plan =
          id &&
          (await tx.db
            .selectFrom('planning.plan')
            .select('state')
            .where('tenant_id', '=', ctx.tenant.id)
            .where('id', '=', id)
            .executeTakeFirst());
        if (!plan) throw new NotFound();
        if (plan.state === 'replaced') return refused('replaced-already');
      }
      await updateDraft(ctx, tx, locked, { amends_plan_id: planId || null });
      await tx.audit({
        recordKind: 'plan-draft',
        recordId: locked.id,
        before: { amendsPlanId: locked.amendsPlanId },
        after: { amendsPlanId: planId || null },
      });
      return done();
    },
  );
}

/** Says which row of the earlier version this row goes on from: its id, 'none', or null to let likeness decide. */
export function pairRow(
  ctx: Ctx,
  draftId: string,
  rowId: string,
  order: { pair: string | null; version: number },
): Promise<Outcome<undefined, 'wrong-state' | 'changed-meanwhile' | 'nothing-changed'>> {
  return changeRows(ctx, draftId, 'pair', async (rows) => {
    const row = await rows.hold(rowId);
    if (row.version !== order.version) return refused('changed-meanwhile');
    rows.change(row, { pair: order.pair });
    return undefined;
  });
}
