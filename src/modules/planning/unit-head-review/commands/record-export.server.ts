import { act } from '#platform/db/act.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import * as policy from '../policy.ts';
import type { ReviewMonth } from '../review-month.ts';

/** Writes down that the person takes the table of a month along as a file. */
export function recordReviewExport(
  ctx: Ctx,
  month: ReviewMonth,
  taken: Readonly<Record<string, string | number>>,
): Promise<Outcome<undefined, never>> {
  return act<undefined, never>(ctx, 'planning.unit-head-review.export', async (tx) => {
    must(policy.exported(ctx.actor));
    const after = { month: month.key, ...taken };
    await tx.audit({ recordKind: 'tenant', recordId: ctx.tenant.id, before: null, after });
    return done();
  });
}
