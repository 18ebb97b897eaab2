import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { findingsBeforeIssue } from '../findings.server.ts';
import * as policy from '../policy.ts';
import { draftDeed, updateDraft } from './lock-draft.server.ts';

/** Says that a draft is ready to be issued. Refuses while the check still finds what must not stand in a plan. */
export function checkDraft(
  ctx: Ctx,
  draftId: string,
): Promise<Outcome<undefined, 'wrong-state' | 'not-ready'>> {
  return draftDeed<undefined, 'not-ready'>(
    ctx,
    { name: 'planning.plan-draft.check', kind: 'check', decision: policy.check(ctx.actor) },
    draftId,
    async (tx, locked) => {
      const blocking = (await findingsBeforeIssue(ctx, locked)).filter(
        (finding) => finding.severity === 'must',
      );
      if (blocking.length > 0) return refused('not-ready', { count: blocking.length });
      await updateDraft(ctx, tx, locked, { state: 'checked' });
      await tx.audit({
        recordKind: 'plan-draft',
        recordId: locked.id,
        before: { state: 'draft' },
        after: { state: 'checked' },
      });
      return done();
    },
  );
}

/** Opens a checked draft for mending again. */
export function reopenDraft(ctx: Ctx, draftId: string): Promise<Outcome<undefined, 'wrong-state'>> {
  return draftDeed<undefined, never>(
    ctx,
    { name: 'planning.plan-draft.check', kind: 'reopen', decision: policy.check(ctx.actor) },
    draftId,
    async (tx, locked) => {
      await updateDraft(ctx, tx, locked, { state: 'draft' });
      await tx.audit({
        recordKind: 'plan-draft',
        recordId: locked.id,
        before: { state: 'checked' },
        after: { state: 'draft' },
      });
      return done();
    },
  );
}
