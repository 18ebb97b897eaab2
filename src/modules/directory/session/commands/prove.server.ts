import { act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { passwordFits } from '../../account/password.server.ts';
import { checkCode } from '../../second-factor/commands/check-code.server.ts';
import { findFactors } from '../../second-factor/queries.server.ts';
import { hasFactor } from '../../second-factor/second-factor.ts';
import { findAccount } from '../queries.server.ts';
import { hashToken, newToken, writeToken } from '../token.server.ts';

export type Proof = { readonly password: string } | { readonly code: string };

/**
 * Shows again that the person of the session sits at the keyboard, by the second factor or, where the account has
 * none, by the password; dangerous acts are then open for `proofMinutes`. Gives the cookie under which the session goes on. A
 * wrong try stands in the audit too. Throws `TooMany` when it was tried too often.
 */
export async function proveAgain(
  ctx: Ctx,
  given: Proof,
): Promise<Outcome<string, 'wrong-password' | 'wrong-code'>> {
  const accountId = ctx.actor.accountId ?? '';
  const factors = await findFactors(ctx.db, ctx.tenant.id, accountId);
  if (hasFactor(factors)) {
    const checked = await checkCode(ctx, 'code' in given ? given.code : '');
    if (!checked.ok) return checked;
  } else if (!(await passwordIsOwn(ctx, accountId, 'password' in given ? given.password : ''))) {
    return refused('wrong-password');
  }
  return noteProof(ctx);
}

async function passwordIsOwn(ctx: Ctx, accountId: string, password: string): Promise<boolean> {
  await ctx.throttle.count('proof', accountId);
  const account = await findAccount(ctx.db, ctx.tenant.id, accountId);
  if (await passwordFits(account?.passwordHash, password)) {
    await ctx.throttle.forget('proof', accountId);
    return true;
  }
  await act(ctx, 'directory.session.fail-proof', async (tx) => {
    await tx.audit({ recordKind: 'account', recordId: accountId, before: null, after: {} });
    return done();
  });
  return false;
}

/**
 * Writes down that the person of this session has just shown who they are, and gives the session another secret: a
 * cookie that was copied before opens nothing from now on. Throws `NotFound` when the session has ended meanwhile.
 */
export async function noteProof(ctx: Ctx): Promise<Outcome<string, never>> {
  return act(ctx, 'directory.session.prove', async (tx) => {
    const token = newToken(ctx.tenant.id);
    const kept = await tx.db
      .updateTable('directory.session')
      .set({ proven_at: tx.now, token_hash: hashToken(token) })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', ctx.session?.id ?? null)
      .where('account_id', '=', ctx.actor.accountId)
      .returning('id')
      .executeTakeFirst();
    if (!kept) throw new NotFound();
    await tx.audit({ recordKind: 'session', recordId: kept.id, before: null, after: {} });
    return done(writeToken(token));
  });
}
