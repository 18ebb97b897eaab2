import { act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { PlanDraft } from '../plan-draft.ts';
import * as policy from '../policy.ts';
import { lockDraft } from './lock-draft.server.ts';

/** Writes down how many pages of a long reading are done, for the people who wait. */
export async function recordProgress(
  ctx: Ctx,
  draftId: string,
  progress: NonNullable<PlanDraft['progress']>,
): Promise<Outcome<undefined, 'read-already'>> {
  return act<undefined, 'read-already'>(ctx, 'planning.plan-draft.record', async (tx) => {
    must(policy.record(ctx.actor));
    const locked = await lockDraft(ctx, tx, draftId);
    if (locked.state !== 'reading') return refused('read-already');
    await tx.db
      .updateTable('planning.plan_draft')
      .set({ progress: JSON.stringify(progress) })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', locked.id)
      .execute();
    await tx.audit({
      recordKind: 'plan-draft',
      recordId: locked.id,
      before: null,
      after: { pages: `${progress.done}/${progress.total}` },
    });
    return done();
  });
}
