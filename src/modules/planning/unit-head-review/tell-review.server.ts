import { tell } from '#modules/casework/index.server.ts';
import type { Act } from '#platform/db/act.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { ReviewRecord } from './queries.server.ts';
import type { ReviewDeed } from './unit-head-review.ts';

/** What people are told of an evaluation. */
export const reviewNoticeKinds = [
  'review-to-score',
  'review-to-propose',
  'review-to-decide',
  'review-proposed',
  'review-decided',
  'review-reopened',
] as const;
export type ReviewNoticeKind = (typeof reviewNoticeKinds)[number];

/** Tells the head that the month waits for their own score. */
export function tellToScore(ctx: Ctx, tx: Act, review: ReviewRecord): void {
  send(ctx, tx, review, 'review-to-score', [review.officerId]);
}

/** Tells those who come next what was done, never its points: whoever was told of the step before is told no more. */
export async function tellOfReview(ctx: Ctx, tx: Act, review: ReviewRecord, deed: ReviewDeed): Promise<void> {
  const others = async (act: string) =>
    (await holdersOf(ctx, act)).filter((officerId) => officerId !== review.officerId);
  switch (deed) {
    case 'score':
      return send(ctx, tx, review, 'review-to-propose', await others('propose'), ['review-to-score']);
    case 'propose':
      send(ctx, tx, review, 'review-to-decide', await others('decide'), [
        'review-to-score',
        'review-to-propose',
      ]);
      return send(ctx, tx, review, 'review-proposed', [review.officerId]);
    case 'decide':
      return send(
        ctx,
        tx,
        review,
        'review-decided',
        [review.officerId],
        ['review-to-decide', 'review-proposed', 'review-reopened'],
      );
    case 'reopen':
      send(ctx, tx, review, 'review-to-decide', await others('decide'));
      return send(ctx, tx, review, 'review-reopened', [review.officerId], ['review-decided']);
  }
}

function send(
  ctx: Ctx,
  tx: Act,
  review: ReviewRecord,
  kind: ReviewNoticeKind,
  officerIds: readonly Id<'officer'>[],
  settles: readonly string[] = [],
): void {
  tell(ctx, tx, { kind, recordKind: 'unit-head-review', recordId: review.id, officerIds, settles });
}

async function holdersOf(ctx: Ctx, verb: string): Promise<Id<'officer'>[]> {
  const rows = await ctx.db
    .selectFrom('directory.published_holder')
    .select('officer_id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('act', '=', `planning.unit-head-review.${verb}`)
    .execute();
  return rows.flatMap(({ officer_id }) => (officer_id ? [officer_id as Id<'officer'>] : []));
}
