import { act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { passwordFits } from '../../account/password.server.ts';
import { findAccount } from '../queries.server.ts';

/**
 * Shows again, by the password, that the person of the session sits at the keyboard; dangerous acts are then open for
 * `proofMinutes`. A wrong try stands in the audit too. Throws `TooMany` when it was tried too often.
 */
export async function proveAgain(
  ctx: Ctx,
  given: { password: string },
): Promise<Outcome<undefined, 'wrong-password'>> {
  const { accountId } = ctx.actor;
  const sessionId = ctx.session?.id;
  if (!accountId || !sessionId) return refused('wrong-password');
  await ctx.throttle.count('proof', accountId);
  const account = await findAccount(ctx.db, ctx.tenant.id, accountId);
  const isRight = await passwordFits(account?.passwordHash, given.password);
  await act(ctx, isRight ? 'directory.session.prove' : 'directory.session.fail-proof', async (tx) => {
    if (isRight) {
      await tx.db
        .updateTable('directory.session')
        .set({ proven_at: tx.now })
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', '=', sessionId)
        .where('account_id', '=', accountId)
        .execute();
    }
    await tx.audit({ recordKind: 'session', recordId: sessionId, before: null, after: { isRight } });
    return done();
  });
  if (!isRight) return refused('wrong-password');
  await ctx.throttle.forget('proof', accountId);
  return done();
}
