import { done, type Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import * as policy from '../policy.ts';
import { importDeed } from './lock-import.server.ts';

/** Puts an import aside that will not become a plan; it can be taken up again with all its edits. */
export function discardImport(ctx: Ctx, importId: string): Promise<Outcome<undefined, 'wrong-state'>> {
  return move(ctx, importId, 'discard');
}

/** Takes up an import that was put aside, where it stood. */
export function restoreImport(ctx: Ctx, importId: string): Promise<Outcome<undefined, 'wrong-state'>> {
  return move(ctx, importId, 'restore');
}

function move(
  ctx: Ctx,
  importId: string,
  kind: 'discard' | 'restore',
): Promise<Outcome<undefined, 'wrong-state'>> {
  const deed = { name: `planning.plan-import.${kind}`, kind, decision: policy.edit(ctx.actor) };
  return importDeed<undefined, never>(ctx, deed, importId, async (tx, locked) => {
    const back = locked.head ? 'review' : 'refused';
    const [state, refusal_code] =
      kind === 'discard'
        ? (['discarded', null] as const)
        : ([back, back === 'refused' ? 'damaged' : null] as const);
    await tx.db
      .updateTable('planning.plan_import')
      .set({ state, refusal_code, version: locked.version + 1 })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', locked.id)
      .execute();
    await tx.audit({
      recordKind: 'plan-import',
      recordId: locked.id,
      before: { state: locked.state },
      after: { state },
    });
    return done();
  });
}
