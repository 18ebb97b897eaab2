import { act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { hashToken, newToken, writeToken } from '../../session/token.server.ts';
import { findEmail } from '../queries.server.ts';

/**
 * Gives a link that was asked for its secret, just before its letter is written; a second try gives another secret and
 * voids the first. Refuses a link that was sent, used or has run out, and an account without an address.
 */
export async function prepareLetter(
  ctx: Ctx,
  linkId: string,
): Promise<Outcome<{ token: string; email: string }, 'nothing-to-send'>> {
  return act(ctx, 'directory.password-link.write', async (tx) => {
    const token = newToken(ctx.tenant.id);
    const link = await tx.db
      .updateTable('directory.password_link')
      .set({ token_hash: hashToken(token) })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', linkId)
      .where('sent_at', 'is', null)
      .where('used_at', 'is', null)
      .where('expires_at', '>', tx.now)
      .returning('account_id')
      .executeTakeFirst();
    const email = link && (await findEmail(tx.db, ctx.tenant.id, link.account_id));
    if (!email) return refused('nothing-to-send');
    await tx.audit({ recordKind: 'password-link', recordId: linkId, before: null, after: {} });
    return done({ token: writeToken(token), email });
  });
}

/** Notes that the letter is on its way, so that no second one goes. */
export async function noteSent(ctx: Ctx, linkId: string): Promise<Outcome<undefined, never>> {
  return act(ctx, 'directory.password-link.send', async (tx) => {
    await tx.db
      .updateTable('directory.password_link')
      .set({ sent_at: tx.now })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('id', '=', linkId)
      .execute();
    await tx.audit({ recordKind: 'password-link', recordId: linkId, before: null, after: { sent: true } });
    return done();
  });
}
