import { act, type Act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { FollowReason } from './follow.ts';
import * as policy from './policy.ts';
import type { RecordOwner } from './record-owner.server.ts';

/** Has the person follow a record that they see: it stands in their list, and they are told of what happens to it. */
export function beginFollowing(
  ctx: Ctx,
  owner: RecordOwner,
  recordId: string,
): Promise<Outcome<undefined, 'followed'>> {
  return act<undefined, 'followed'>(ctx, 'casework.follow.begin', async (tx) => {
    const record = await owner.find(ctx, recordId);
    must(policy.begin(ctx.actor));
    const officerId = ctx.actor.officerId ?? '';
    const added = await addFollowers(ctx, tx, owner, record.id, [officerId], 'asked');
    if (added.length === 0) return refused('followed');
    await tx.audit({
      recordKind: owner.kind,
      recordId: record.id,
      before: null,
      after: { follower: officerId },
    });
    return done();
  });
}

/** Has the person stop following; a note that names them makes them follow again. */
export function stopFollowing(
  ctx: Ctx,
  owner: RecordOwner,
  recordId: string,
): Promise<Outcome<undefined, 'not-followed'>> {
  return act<undefined, 'not-followed'>(ctx, 'casework.follow.stop', async (tx) => {
    const record = await owner.find(ctx, recordId);
    must(policy.stop(ctx.actor));
    const officerId = ctx.actor.officerId ?? '';
    const gone = await tx.db
      .deleteFrom('casework.follow')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('record_kind', '=', owner.kind)
      .where('record_id', '=', record.id)
      .where('officer_id', '=', officerId)
      .returning('officer_id')
      .execute();
    if (gone.length === 0) return refused('not-followed');
    await tx.audit({
      recordKind: owner.kind,
      recordId: record.id,
      before: { follower: officerId },
      after: null,
    });
    return done();
  });
}

/** Adds those who do not follow the record yet, within the act that has them do so; gives back whom it added. */
export async function addFollowers(
  ctx: Ctx,
  tx: Act,
  owner: Pick<RecordOwner, 'kind'>,
  recordId: string,
  officerIds: readonly string[],
  reason: FollowReason,
): Promise<readonly string[]> {
  if (officerIds.length === 0) return [];
  const added = await tx.db
    .insertInto('casework.follow')
    .values(
      officerIds.map((officerId) => ({
        tenant_id: ctx.tenant.id,
        record_kind: owner.kind,
        record_id: recordId,
        officer_id: officerId,
        reason,
        since: tx.now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('officer_id')
    .execute();
  return added.map((row) => row.officer_id);
}
