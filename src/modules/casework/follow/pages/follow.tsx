import { type Reply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { beginFollowing, stopFollowing } from '../commands.server.ts';
import type { RecordOwner } from '../record-owner.server.ts';
import { texts } from '../texts.ts';

/** Follows the record, and goes back to it. */
export async function beginAction(ctx: Ctx, req: Req, owner: RecordOwner): Promise<Reply> {
  const outcome = await beginFollowing(ctx, owner, req.params.id ?? '');
  return back(ctx, req, owner, outcome.ok ? 'begun' : outcome.code);
}

/** Stops following the record, and goes back to it. */
export async function stopAction(ctx: Ctx, req: Req, owner: RecordOwner): Promise<Reply> {
  const outcome = await stopFollowing(ctx, owner, req.params.id ?? '');
  return back(ctx, req, owner, outcome.ok ? 'stopped' : outcome.code);
}

function back(
  ctx: Ctx,
  req: Req,
  owner: RecordOwner,
  came: 'begun' | 'stopped' | 'followed' | 'not-followed',
): Reply {
  const t = texts(ctx.lang);
  const text = came === 'begun' || came === 'stopped' ? t.deed[came] : t.refusal[came];
  return seeOther(`${owner.path}/${req.params.id}`, {
    tone: came === 'begun' || came === 'stopped' ? 'ok' : 'info',
    text,
  });
}
