import { done, type Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { draftName } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { draftDeed } from './lock-draft.server.ts';

/** Puts a draft aside that will not become a plan, with the reason; it can be taken up again with all its edits. */
export function discardDraft(
  ctx: Ctx,
  draftId: string,
  reason = '',
): Promise<Outcome<undefined, 'wrong-state'>> {
  return move(ctx, draftId, 'discard', reason);
}

/** Takes up a draft that was put aside, where it stood. */
export function restoreDraft(ctx: Ctx, draftId: string): Promise<Outcome<undefined, 'wrong-state'>> {
  return move(ctx, draftId, 'restore', '');
}

function move(
  ctx: Ctx,
  draftId: string,
  kind: 'discard' | 'restore',
  reason: string,
): Promise<Outcome<undefined, 'wrong-state'>> {
  const deed = { name: `planning.plan-draft.${kind}`, kind, decision: policy[kind](ctx.actor) };
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
    const record = { kind: 'plan-draft', recordId: locked.id };
    if (kind === 'discard') await tx.throwAway({ ...record, title: draftName(locked), reason });
    else await tx.bringBack(record);
    await tx.audit({
      recordKind: 'plan-draft',
      recordId: locked.id,
      before: { state: locked.state },
      after: reason ? { state, reason } : { state },
    });
    return done();
  });
}
