import { act } from '#platform/db/act.ts';
import type { Id } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { lookAfterOwn } from '../../account/policy.ts';
import { dropUselessCodes } from '../../second-factor/commands/recovery-codes.server.ts';
import { findFactors, isFactorRequired } from '../../second-factor/queries.server.ts';
import { hasFactor } from '../../second-factor/second-factor.ts';

/**
 * Removes a passkey of the person. Refuses to remove the last second factor while a role demands one. Throws
 * `NotFound` for one that is gone or somebody else's. Needs a fresh proof.
 */
export async function removePasskey(ctx: Ctx, credentialId: string): Promise<Outcome<undefined, 'required'>> {
  return act(ctx, 'directory.passkey.remove', async (tx) => {
    must(lookAfterOwn(ctx.actor));
    must(proven(ctx));
    const accountId = ctx.actor.accountId as Id<'account'>;
    const gone = await tx.db
      .deleteFrom('directory.passkey')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('account_id', '=', accountId)
      .where('credential_id', '=', credentialId)
      .returning('name')
      .executeTakeFirst();
    if (!gone) throw new NotFound();
    const left = await findFactors(tx.db, ctx.tenant.id, accountId);
    if (!hasFactor(left) && (await isFactorRequired(ctx))) return refused('required');
    await dropUselessCodes(tx, ctx, accountId, left);
    await tx.audit({
      recordKind: 'account',
      recordId: accountId,
      before: { passkey: gone.name },
      after: { passkeys: left.passkeys },
    });
    return done();
  });
}
