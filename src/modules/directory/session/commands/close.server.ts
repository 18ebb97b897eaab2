import { act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { lookAfterOwn } from '../../account/policy.ts';
import { hashToken, readToken } from '../token.server.ts';

/** Ends the session of this cookie; a session that has ended already stays so. */
export async function signOut(
  ctx: Ctx,
  cookie: string | undefined,
): Promise<Outcome<undefined, 'no-session'>> {
  const token = readToken(cookie);
  if (!token) return refused('no-session');
  return act(ctx, 'directory.session.close', async (tx) => {
    const closed = await tx.db
      .deleteFrom('directory.session')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('token_hash', '=', hashToken(token))
      .where('account_id', '=', ctx.actor.accountId)
      .returning('id')
      .executeTakeFirst();
    if (!closed) return refused('no-session');
    await tx.audit({ recordKind: 'session', recordId: closed.id, before: {}, after: null });
    return done();
  });
}

/** Ends one open sign-in of the person. Throws `NotFound` when it has ended or is somebody else's. */
export async function closeSession(
  ctx: Ctx,
  sessionId: string,
): Promise<Outcome<{ wasThisOne: boolean }, never>> {
  return act(ctx, 'directory.session.close', async (tx) => {
    must(lookAfterOwn(ctx.actor));
    const closed = await tx.db
      .deleteFrom('directory.session')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', sessionId)
      .where('account_id', '=', ctx.actor.accountId)
      .returning('id')
      .executeTakeFirst();
    if (!closed) throw new NotFound();
    await tx.audit({ recordKind: 'session', recordId: closed.id, before: {}, after: null });
    return done({ wasThisOne: closed.id === ctx.session?.id });
  });
}

/** Ends every open sign-in of the person, this one too; gives how many there were. */
export async function closeAllSessions(ctx: Ctx): Promise<Outcome<number, never>> {
  return act(ctx, 'directory.session.close-all', async (tx) => {
    must(lookAfterOwn(ctx.actor));
    const closed = await tx.db
      .deleteFrom('directory.session')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('account_id', '=', ctx.actor.accountId)
      .returning('id')
      .execute();
    await tx.audit({
      recordKind: 'account',
      recordId: ctx.actor.accountId ?? '',
      before: { openSessions: closed.length },
      after: { openSessions: 0 },
    });
    return done(closed.length);
  });
}
