import { act } from '#platform/db/act.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { inTenant, withoutTenant } from '#platform/db/tenant-transaction.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import type { Visit } from '#platform/session/visit.ts';
import { passwordFits } from '../account/password.server.ts';
import { findAccount, findSignInName } from './queries.server.ts';
import { sessionHours } from './session.ts';
import { hashToken, newToken, readToken, writeToken } from './token.server.ts';

/**
 * Signs a person in by name and password and opens a session; gives the cookie's text. Every wrong try is refused in
 * the same words and takes the same work, whether the name exists or not. Throws `TooMany` when the name or the
 * address has tried too often.
 */
export async function signIn(
  visit: Visit,
  attempt: { name: string; password: string; remoteAddress: string },
): Promise<Outcome<{ cookie: string }, 'wrong-name-or-password'>> {
  await visit.throttle.count('sign-in-address', attempt.remoteAddress);
  await visit.throttle.count('sign-in-name', attempt.name);
  const { pool } = visit.services;
  const lead = await withoutTenant(pool, (db) => findSignInName(db, attempt.name));
  const account =
    lead &&
    (await inTenant(pool, lead.tenantId, 'read', (db) => findAccount(db, lead.tenantId, lead.accountId)));
  if (!(await passwordFits(account?.passwordHash, attempt.password)) || !account) {
    return refused('wrong-name-or-password');
  }
  await visit.throttle.forget('sign-in-name', attempt.name);
  const token = newToken(account.tenant.id);
  const outcome = await openCtx(
    visit.services,
    'write',
    { ...visit, ...account, remoteAddress: attempt.remoteAddress },
    (ctx) => openSession(ctx, hashToken(token)),
  );
  return outcome.ok ? done({ cookie: writeToken(token) }) : outcome;
}

async function openSession(ctx: Ctx, tokenHash: Buffer): Promise<Outcome<undefined, never>> {
  return act(ctx, 'directory.session.open', async (tx) => {
    const id = newId<'session'>();
    await tx.db
      .deleteFrom('directory.session')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('account_id', '=', ctx.actor.accountId)
      .where('expires_at', '<=', tx.now)
      .execute();
    await tx.db
      .insertInto('directory.session')
      .values({
        tenant_id: ctx.tenant.id,
        token_hash: tokenHash,
        id,
        account_id: ctx.actor.accountId as Id<'account'>,
        opened_at: tx.now,
        expires_at: new Date(tx.now.getTime() + sessionHours * 3_600_000),
      })
      .execute();
    await tx.audit({ recordKind: 'session', recordId: id, before: null, after: {} });
    return done();
  });
}

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
