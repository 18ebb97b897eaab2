import { parseId } from '#platform/db/id.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import * as policy from '../policy.ts';
import { draftDeed } from './lock-draft.server.ts';

/** Says that the person has the draft open, at this row if at any, so that others are warned. */
export function visitDraft(
  ctx: Ctx,
  draftId: string,
  rowId: string | undefined,
): Promise<Outcome<undefined, 'wrong-state'>> {
  return draftDeed<undefined, never>(
    ctx,
    { name: 'planning.plan-draft.edit', kind: 'edit', decision: policy.edit(ctx.actor) },
    draftId,
    async (tx, locked) => {
      const seen = { row_id: parseId(rowId ?? '') ?? null, seen_at: tx.now };
      await tx.db
        .insertInto('planning.plan_draft_presence')
        .values({
          tenant_id: ctx.tenant.id,
          draft_id: locked.id,
          account_id: ctx.actor.accountId ?? locked.id,
          actor_name: ctx.actor.name,
          ...seen,
        })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'draft_id', 'account_id']).doUpdateSet(seen))
        .execute();
      await tx.audit({ recordKind: 'plan-draft', recordId: locked.id, before: null, after: { open: true } });
      return done();
    },
  );
}
