import { countWaiting } from '#modules/planning/index.server.ts';
import { countUnreadNotices } from '#modules/workbench/index.server.ts';
import type { Reply } from '#platform/http/reply.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/** What the frame of a page says of the person's own things. */
export interface Waiting {
  readonly work: number;
  readonly notices: number;
}

/** How much waits for the person and is unread; asked only where a page is drawn, for somebody who can be given work. */
export async function waitingCounts(ctx: Ctx, reply: Reply): Promise<Waiting> {
  if (reply.kind !== 'page' || ctx.actor.officerId === null) return { work: 0, notices: 0 };
  return { work: await countWaiting(ctx), notices: await countUnreadNotices(ctx) };
}
