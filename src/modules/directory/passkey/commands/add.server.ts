import { act } from '#platform/db/act.ts';
import type { Id } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { takeChallenge } from '#platform/session/challenge.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { lookAfterOwn } from '../../account/policy.ts';
import { replaceRecoveryCodes } from '../../second-factor/commands/recovery-codes.server.ts';
import { findFactors } from '../../second-factor/queries.server.ts';
import type { MadeAnswer } from '../input.ts';
import type { Place } from '../passkey.ts';
import { challengeOf, verifyMade } from '../web-authn.server.ts';

/**
 * Keeps a passkey that the person's device has just made. Where it is the first second factor, gives recovery codes,
 * to be shown this once. Refuses an answer that does not hold. Needs a fresh proof.
 */
export async function addPasskey(
  ctx: Ctx,
  place: Place,
  given: { answer: MadeAnswer; name: string },
): Promise<Outcome<readonly string[], 'not-verified'>> {
  return act(ctx, 'directory.passkey.add', async (tx) => {
    must(lookAfterOwn(ctx.actor));
    must(proven(ctx));
    const account_id = ctx.actor.accountId as Id<'account'>;
    const challenge = challengeOf(given.answer);
    if (!challenge || !(await takeChallenge(tx.db, challenge, tx.now))) return refused('not-verified');
    const half = await verifyMade(place, given.answer, challenge);
    if (!half) return refused('not-verified');
    const kept = await tx.db
      .insertInto('directory.passkey')
      .values({
        tenant_id: ctx.tenant.id,
        credential_id: half.credentialId,
        account_id,
        name: given.name,
        public_key: Buffer.from(half.publicKey),
        counter: half.counter,
        made_at: tx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('credential_id')
      .executeTakeFirst();
    if (!kept) return refused('not-verified');
    const factors = await findFactors(tx.db, ctx.tenant.id, account_id);
    const codes = factors.recoveryCodesLeft > 0 ? [] : await replaceRecoveryCodes(tx, ctx, account_id);
    const after = { passkey: given.name, passkeys: factors.passkeys };
    await tx.audit({ recordKind: 'account', recordId: account_id, before: null, after });
    return done(codes);
  });
}
