import { act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import * as policy from '../policy.ts';
import { tellOfReview } from '../tell-review.server.ts';
import { stateAfter } from '../unit-head-review.ts';
import { lockReview, writeDeed } from './locked-review.server.ts';

/** Takes up a decided month again, with the reason; what was decided stays in its history with its figures. */
export function reopenReview(
  ctx: Ctx,
  reviewId: string,
  given: { readonly text: string; readonly version: number },
): Promise<Outcome<undefined, 'wrong-state' | 'changed-meanwhile'>> {
  return act<undefined, 'wrong-state' | 'changed-meanwhile'>(
    ctx,
    'planning.unit-head-review.reopen',
    async (tx) => {
      const review = await lockReview(ctx, tx, reviewId);
      must(policy.may(ctx.actor, 'reopen', review));
      const to = stateAfter(review.state, 'reopen');
      if (!to) return refused('wrong-state');
      if (review.version !== given.version) return refused('changed-meanwhile');
      await writeDeed(ctx, tx, review, 'reopen', to, { text: given.text });
      await tellOfReview(ctx, tx, review, 'reopen');
      return done();
    },
  );
}
