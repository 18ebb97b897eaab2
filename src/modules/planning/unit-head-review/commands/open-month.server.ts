import { act } from '#platform/db/act.ts';
import { newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { listHeadedUnits } from '../month-heads.server.ts';
import * as policy from '../policy.ts';
import { listReviews } from '../queries.server.ts';
import { findReferenceRules } from '../reference.server.ts';
import { isOver, type ReviewMonth } from '../review-month.ts';
import { tellToScore } from '../tell-review.server.ts';

export type OpenRefusal = 'not-over' | 'no-rules' | 'no-heads';

/**
 * Opens a month that is over: each unit that had a head gets its evaluation, and each head who has not scored is told,
 * again where it was done before. A draft follows the head whom the directory names now.
 */
export function openMonth(ctx: Ctx, month: ReviewMonth): Promise<Outcome<{ told: number }, OpenRefusal>> {
  return act<{ told: number }, OpenRefusal>(ctx, 'planning.unit-head-review.open', async (tx) => {
    must(policy.open(ctx.actor));
    if (!isOver(month, ctx.clock.today())) return refused('not-over');
    if (!findReferenceRules(month)) return refused('no-rules');
    const headed = (await listHeadedUnits(ctx, month)).flatMap(({ id, heads }) => {
      const head = heads.at(-1);
      return head ? [{ unitId: id, officerId: head.officerId }] : [];
    });
    if (headed.length === 0) return refused('no-heads');
    await tx.db
      .insertInto('planning.unit_head_review')
      .values(
        headed.map(({ unitId, officerId }) => ({
          tenant_id: ctx.tenant.id,
          id: newId<'unit-head-review'>(),
          month: month.first,
          unit_id: unitId,
          officer_id: officerId,
          created_at: tx.now,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'month', 'unit_id'])
          .doUpdateSet((eb) => ({ officer_id: eb.ref('excluded.officer_id') }))
          .where('planning.unit_head_review.state', '=', 'draft'),
      )
      .execute();
    const waiting = (await listReviews(ctx, month)).filter(({ state }) => state === 'draft');
    for (const review of waiting) tellToScore(ctx, tx, review);
    await tx.audit({
      recordKind: 'tenant',
      recordId: ctx.tenant.id,
      before: null,
      after: { month: month.key, reviews: headed.length, told: waiting.length },
    });
    return done({ told: waiting.length });
  });
}
