import { act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import { inTenant } from '#platform/db/tenant-transaction.ts';
import { takeChallenge } from '#platform/session/challenge.server.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { openCtx } from '#platform/session/open-ctx.ts';
import type { Visit } from '#platform/session/visit.ts';
import { admit } from '../../session/commands/admit.server.ts';
import { noteProof } from '../../session/commands/prove.server.ts';
import { findAccount } from '../../session/queries.server.ts';
import type { Admission, Arrival } from '../../session/session.ts';
import type { SignedAnswer } from '../input.ts';
import type { Place } from '../passkey.ts';
import { challengeOf, ownerOf, verifySigned } from '../web-authn.server.ts';

/**
 * Signs in by a passkey alone: the device has asked for finger, face or PIN, so both factors are shown. Refuses an
 * answer that does not hold, of a passkey that is not known, or of an account that is locked. Throws `TooMany` when the
 * network address tried too often.
 */
export async function signInByPasskey(
  visit: Visit,
  place: Place,
  given: Arrival & { answer: SignedAnswer },
): Promise<Outcome<Admission, 'not-verified'>> {
  const { pool, throttle } = visit.services;
  await throttle.count('sign-in-address', given.remoteAddress);
  const owner = ownerOf(given.answer);
  const person =
    owner &&
    (await inTenant(pool, owner.tenantId, 'read', (db) => findAccount(db, owner.tenantId, owner.accountId)));
  if (!person) return refused('not-verified');
  const signed = await openCtx(visit.services, 'write', { ...visit, ...person }, (ctx) =>
    takeSignature(ctx, place, given.answer),
  );
  return signed.ok ? done(await admit(visit, person, given, true)) : signed;
}

/**
 * Shows again, by a passkey of the person, who sits at the keyboard; gives the cookie under which the session goes on.
 * Throws `TooMany` when tried too often.
 */
export async function proveByPasskey(
  ctx: Ctx,
  place: Place,
  answer: SignedAnswer,
): Promise<Outcome<string, 'not-verified'>> {
  await ctx.throttle.count('factor', ctx.actor.accountId ?? '');
  if (ownerOf(answer)?.accountId !== ctx.actor.accountId) return refused('not-verified');
  const signed = await takeSignature(ctx, place, answer);
  if (!signed.ok) return signed;
  await ctx.throttle.forget('factor', ctx.actor.accountId ?? '');
  return noteProof(ctx);
}

async function takeSignature(
  ctx: Ctx,
  place: Place,
  answer: SignedAnswer,
): Promise<Outcome<undefined, 'not-verified'>> {
  return act(ctx, 'directory.passkey.use', async (tx) => {
    const challenge = challengeOf(answer);
    if (!challenge || !(await takeChallenge(tx.db, challenge, tx.now))) return refused('not-verified');
    const known = await tx.db
      .selectFrom('directory.passkey')
      .select(['credential_id', 'public_key', 'counter', 'name'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('account_id', '=', ctx.actor.accountId)
      .where('credential_id', '=', answer.id)
      .forUpdate()
      .executeTakeFirst();
    const half = known && {
      credentialId: known.credential_id,
      publicKey: known.public_key,
      counter: Number(known.counter),
    };
    const counter = half && (await verifySigned(place, answer, challenge, half));
    if (counter === undefined) return refused('not-verified');
    await tx.db
      .updateTable('directory.passkey')
      .set({ counter, used_at: tx.now })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('credential_id', '=', answer.id)
      .execute();
    await tx.audit({
      recordKind: 'account',
      recordId: ctx.actor.accountId ?? '',
      before: null,
      after: { factor: 'passkey', name: known?.name },
    });
    return done();
  });
}
