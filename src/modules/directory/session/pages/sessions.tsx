import { type SeeOtherReply, seeOther } from '#platform/http/reply.ts';
import type { Req } from '#platform/http/req.ts';
import { NotFound } from '#platform/http/thrown.ts';
import { parseId } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { accountLink, signInLink } from '../../links.ts';
import { closeAllSessions, closeSession } from '../commands/close.server.ts';
import { sessionCookie } from '../session.ts';
import { texts } from '../texts.ts';

/** Ends one open sign-in of the person; ending this one leads to the sign-in page. */
export async function closeSessionAction(ctx: Ctx, req: Req): Promise<SeeOtherReply> {
  const id = parseId<'session'>(req.params.id);
  if (!id) throw new NotFound();
  const closed = await closeSession(ctx, id);
  if (closed.ok && closed.value.wasThisOne) return leave(texts(ctx.lang).signedOut);
  return seeOther(accountLink, { tone: 'ok', text: texts(ctx.lang).sessions.closed });
}

/** Ends every open sign-in of the person and leads to the sign-in page. */
export async function closeAllSessionsAction(ctx: Ctx): Promise<SeeOtherReply> {
  await closeAllSessions(ctx);
  return leave(texts(ctx.lang).sessions.allClosed);
}

function leave(text: string): SeeOtherReply {
  return {
    ...seeOther(signInLink(), { tone: 'ok', text }),
    cookies: [{ name: sessionCookie, value: null }],
  };
}
