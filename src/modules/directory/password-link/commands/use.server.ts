import { act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import type { Visit } from '#platform/session/visit.ts';
import {
  longestPassword,
  type PasswordProblem,
  passwordProblem,
  shortestPassword,
} from '../../account/account.ts';
import { hashPassword } from '../../account/password.server.ts';
import { endSessions, keysInAudit, revokeKeys, setPassword } from '../../account/password-change.server.ts';
import { getOwnAccount } from '../../account/queries.server.ts';
import { findAccount } from '../../session/queries.server.ts';
import { hashToken, readToken } from '../../session/token.server.ts';
import { findOpenLink } from '../queries.server.ts';

/** Whether a link may still be used. */
export async function isLinkOpen(visit: Visit, token: string): Promise<boolean> {
  return (await personOfLink(visit, token)) !== undefined;
}

/**
 * Sets a new password by a link, ends every open sign-in of the account and makes its keys useless; a second factor is
 * still asked for when signing in. Refuses a link that was used or has run out, and a password that is easily guessed, which leaves the
 * link open.
 */
export async function useLink(
  visit: Visit,
  token: string,
  password: string,
): Promise<Outcome<undefined, PasswordProblem | 'link-closed'>> {
  const found = await personOfLink(visit, token);
  if (!found) return refused('link-closed');
  const { link, person } = found;
  return openCtx(visit.services, 'write', { ...visit, ...person }, async (ctx) => {
    const { signInName } = await getOwnAccount(ctx);
    const problem = passwordProblem(password, signInName);
    if (problem) return refused(problem, { least: shortestPassword, most: longestPassword });
    const passwordHash = await hashPassword(password);
    return act(ctx, 'directory.password-link.use', async (tx) => {
      const used = await tx.db
        .updateTable('directory.password_link')
        .set({ used_at: tx.now })
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', '=', link.id)
        .where('used_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      if (!used) return refused('link-closed');
      await setPassword(tx, ctx, link.accountId, passwordHash);
      await endSessions(tx, ctx, link.accountId);
      const revoked = await revokeKeys(tx, ctx, link.accountId);
      await tx.audit({
        recordKind: 'account',
        recordId: link.accountId,
        before: null,
        after: { passwordChangedAt: tx.now, by: link.id, ...keysInAudit(revoked) },
      });
      return done();
    });
  });
}

async function personOfLink(visit: Visit, written: string) {
  const token = readToken(written);
  if (!token) return undefined;
  const { pool, clock } = visit.services;
  return inTenant(pool, token.tenantId, 'read', async (db) => {
    const link = await findOpenLink(db, token.tenantId, hashToken(token), clock.now());
    const person = link && (await findAccount(db, token.tenantId, link.accountId));
    return person && { link, person };
  });
}
