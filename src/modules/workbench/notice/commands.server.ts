import { sql } from 'kysely';
import { act } from '#platform/db/act.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { Notice } from './notice.ts';
import * as policy from './policy.ts';
import { getNotice } from './queries.server.ts';

/** Marks one notice of this person as read and gives it; one that is read already stays as it is. */
export async function readNotice(ctx: Ctx, noticeId: string): Promise<Outcome<Notice, never>> {
  return act<Notice, never>(ctx, 'workbench.notice.read', async (tx) => {
    must(policy.read(ctx.actor));
    const notice = await getNotice(ctx, noticeId);
    // What was settled, or marked with all others, has been read and may still be opened.
    await sql`update casework.notice set read_at = coalesce(read_at, ${tx.now}), opened_at = ${tx.now}
      where tenant_id = ${ctx.tenant.id} and officer_id = ${ctx.actor.officerId} and id = ${notice.id}
        and opened_at is null`.execute(tx.db);
    await tx.audit({ recordKind: 'notice', recordId: notice.id, before: null, after: { kind: notice.kind } });
    return done(notice);
  });
}

/** Marks as read everything that this person has been told up to now; gives how much that was. */
export async function readAllNotices(ctx: Ctx): Promise<Outcome<number, never>> {
  return act<number, never>(ctx, 'workbench.notice.read', async (tx) => {
    must(policy.read(ctx.actor));
    const { numAffectedRows = 0n } =
      await sql`update casework.notice set read_at = ${tx.now}, opened_at = ${tx.now}
      where tenant_id = ${ctx.tenant.id} and officer_id = ${ctx.actor.officerId} and read_at is null
        and at <= ${tx.now}`.execute(tx.db);
    const count = Number(numAffectedRows);
    await tx.audit({
      recordKind: 'officer',
      recordId: ctx.actor.officerId ?? '',
      before: null,
      after: { notices: count },
    });
    return done(count);
  });
}
