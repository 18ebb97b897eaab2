import type { Act } from '#platform/db/act.ts';
import { newId, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { getReview, type ReviewRecord } from '../queries.server.ts';
import { eventKindOf, type ReviewDeed, type ReviewState } from '../unit-head-review.ts';

/** Locks an evaluation for this act; one that the person may not read, or of another tenant, is not found. */
export async function lockReview(ctx: Ctx, tx: Act, reviewId: string): Promise<ReviewRecord> {
  const id = parseId<'unit-head-review'>(reviewId);
  if (!id) throw new NotFound();
  await tx.db
    .selectFrom('planning.unit_head_review')
    .select('id')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  return getReview(ctx, id);
}

/** What a deed writes besides its text. */
export interface Written {
  readonly text: string;
  readonly columns?: Readonly<Record<string, number | string | null>>;
}

/**
 * Writes a deed down: the event, the new state, and the line of the audit. The audit says who did what to which
 * evaluation and not which points or grade: those are for fewer people than the audit is.
 */
export async function writeDeed(
  ctx: Ctx,
  tx: Act,
  review: ReviewRecord,
  deed: ReviewDeed,
  to: ReviewState,
  written: Written & { readonly decided?: { readonly total: number; readonly grade: string } },
): Promise<void> {
  const version = review.version + 1;
  await tx.db
    .insertInto('planning.unit_head_review_event')
    .values({
      tenant_id: ctx.tenant.id,
      at: tx.now,
      id: newId<'unit-head-review-event'>(),
      review_id: review.id,
      kind: eventKindOf[deed],
      actor_name: ctx.actor.name,
      version,
      text: written.text,
      ...written.columns,
    })
    .execute();
  await tx.db
    .updateTable('planning.unit_head_review')
    .set({
      state: to,
      version,
      total: written.decided?.total ?? null,
      grade: written.decided?.grade ?? null,
    })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', review.id)
    .execute();
  await tx.audit({
    recordKind: 'unit-head-review',
    recordId: review.id,
    before: { reviewState: review.state, version: review.version },
    after: { reviewState: to, version, month: review.month.key, unitId: review.unitId },
  });
}
