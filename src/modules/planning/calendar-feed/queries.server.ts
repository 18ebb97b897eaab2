import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { CalendarFeed, FeedKind } from './calendar-feed.ts';
import * as policy from './policy.ts';
import { visibleTo } from './visible-to.server.ts';

/** The links of this person, the newest first, also those that open nothing any more: at most a hundred. */
export async function listFeeds(ctx: Ctx): Promise<CalendarFeed[]> {
  must(policy.may(ctx.actor, 'create'));
  const rows = await ctx.db
    .selectFrom('planning.calendar_feed as f')
    .innerJoin('directory.published_key_standing as k', (join) =>
      join.onRef('k.tenant_id', '=', 'f.tenant_id').onRef('k.account_id', '=', 'f.account_id'),
    )
    .leftJoin('planning.plan as p', (join) =>
      join.onRef('p.tenant_id', '=', 'f.tenant_id').onRef('p.id', '=', 'f.plan_id'),
    )
    .select(['f.id', 'f.name', 'f.kind', 'f.filter_name', 'f.hint', 'f.renewed_at', 'f.used_at'])
    .select(['f.revoked_at', 'k.keys_void_before', 'p.title as plan_title'])
    .where('f.tenant_id', '=', ctx.tenant.id)
    .where(visibleTo(ctx.actor))
    .orderBy('f.created_at', 'desc')
    .orderBy('f.id', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id as Id<'calendar-feed'>,
    name: row.name,
    kind: row.kind as FeedKind,
    planTitle: row.plan_title,
    filterName: row.filter_name,
    hint: row.hint,
    renewedAt: row.renewed_at,
    usedAt: row.used_at,
    isOpen:
      row.revoked_at === null && (row.keys_void_before === null || row.keys_void_before < row.renewed_at),
  }));
}
