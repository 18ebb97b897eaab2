import { done, type Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import * as policy from '../policy.ts';
import { draftDeed } from './lock-draft.server.ts';

/** Puts an import aside that will not become a plan; it can be taken up again with all its edits. */
export function discardDraft(ctx: Ctx, draftId: string): Promise<Outcome<undefined, 'wrong-state'>> {
  return move(ctx, draftId, 'discard');
}

/** Takes up an import that was put aside, where it stood. */
export function restoreDraft(ctx: Ctx, draftId: string): Promise<Outcome<undefined, 'wrong-state'>> {
  return move(ctx, draftId, 'restore');
}

function move(
  ctx: Ctx,
  draftId: string,
  kind: 'discard' | 'restore',
): Promise<Outcome<undefined, 'wrong-state'>> {
  const deed = { name: `planning.plan-draft.${kind}`, kind, decision: policy.edit(ctx.actor) };
  return draftDeed<undefined, never>(ctx, deed, draftId, async (tx, locked) => {
    const back = locked.head ? 'draft' : 'refused';
    const [state, refusal_code] =
      kind === 'discard'
        ? (['discarded', null] as const)
        : ([back, back === 'refused' ? 'damaged' : null] as const);
    await tx.db
      .updateTable('planning.plan_draft')
      .set({ state, refusal_code, version: locked.version + 1 })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', locked.id)
      .execute();
    await tx.audit({
      recordKind: 'plan-draft',
      recordId: locked.id,
      before: { state: locked.state },
      after: { state },
    });
    return done();
  });
}
