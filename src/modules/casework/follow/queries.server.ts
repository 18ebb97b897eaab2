import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { keptForActorAndEach } from '#platform/session/kept-for-actor.server.ts';
import type { Follower, FollowReason } from './follow.ts';
import type { RecordOwner } from './record-owner.server.ts';

const followerRows = keptForActorAndEach(
  (owner: RecordOwner, { tenant, actor, db }, { recordId }: { readonly recordId: string }) =>
    db
      .selectFrom('casework.follow as a')
      .innerJoin('directory.published_officer as o', (join) =>
        join.onRef('o.tenant_id', '=', 'a.tenant_id').onRef('o.id', '=', 'a.officer_id'),
      )
      .select(['a.officer_id', 'o.full_name', 'a.reason'])
      .where('a.tenant_id', '=', tenant.id)
      .where('a.record_kind', '=', owner.kind)
      .where('a.record_id', '=', recordId)
      .where('o.ended_on', 'is', null)
      .where(owner.visibleTo(actor))
      .orderBy('a.since')
      .orderBy('a.officer_id'),
);

/** Who follows a record, those who followed first at first; nobody for who may not see the record. */
export async function listFollowers(ctx: Ctx, owner: RecordOwner, recordId: string): Promise<Follower[]> {
  const rows = await followerRows(owner, ctx, { recordId });
  return rows.map((row) => ({
    officerId: row.officer_id as Id<'officer'>,
    name: row.full_name ?? '',
    reason: row.reason as FollowReason,
  }));
}
