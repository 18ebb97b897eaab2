import { act } from '#platform/db/act.ts';
import { parseId } from '#platform/db/id.ts';
import { done, type Outcome } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { findAccount } from '../../session/queries.server.ts';
import { hashToken, newToken, writeToken } from '../../session/token.server.ts';
import * as policy from '../policy.ts';
import { insertLink } from './request.server.ts';

/**
 * Makes a link by which somebody of the tenant sets a new password; gives its token and whose it is, to be shown this
 * once and handed over in person. Throws `NotFound` for an account of another tenant. Needs a fresh proof.
 */
export async function makeLink(
  ctx: Ctx,
  account: string,
): Promise<Outcome<{ token: string; name: string }, never>> {
  return act(ctx, 'directory.password-link.make', async (tx) => {
    const accountId = parseId<'account'>(account);
    must(policy.make(ctx.actor, accountId ?? ''));
    const person = accountId && (await findAccount(ctx.db, ctx.tenant.id, accountId));
    if (!person) throw new NotFound();
    must(proven(ctx));
    const token = newToken(ctx.tenant.id);
    const made = { tokenHash: hashToken(token), madeBy: ctx.actor.accountId };
    const id = await insertLink(tx, ctx, accountId, made);
    await tx.audit({ recordKind: 'password-link', recordId: id, before: null, after: { accountId } });
    return done({ token: writeToken(token), name: person.actor.name });
  });
}
