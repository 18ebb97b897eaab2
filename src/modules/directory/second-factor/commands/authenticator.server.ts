import { act } from '#platform/db/act.ts';
import type { Id } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { lookAfterOwn } from '../../account/policy.ts';
import { newSecret, stepOfCode } from '../authenticator.server.ts';
import { findFactors, isFactorRequired } from '../queries.server.ts';
import { hasFactor, readCode } from '../second-factor.ts';
import { dropUselessCodes, replaceRecoveryCodes } from './recovery-codes.server.ts';

/**
 * Begins to set up an authenticator app with a new secret; it counts only once `confirmAuthenticator` has seen a code.
 * Refuses while one counts already. Needs a fresh proof.
 */
export async function beginAuthenticator(ctx: Ctx): Promise<Outcome<undefined, 'already-on'>> {
  return act(ctx, 'directory.second-factor.begin', async (tx) => {
    must(lookAfterOwn(ctx.actor));
    must(proven(ctx));
    const account_id = ctx.actor.accountId as Id<'account'>;
    const begun = await tx.db
      .insertInto('directory.authenticator')
      .values({ tenant_id: ctx.tenant.id, account_id, secret: newSecret(), begun_at: tx.now })
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'account_id'])
          .doUpdateSet((row) => ({
            secret: row.ref('excluded.secret'),
            begun_at: row.ref('excluded.begun_at'),
          }))
          .where('directory.authenticator.confirmed_at', 'is', null),
      )
      .returning('account_id')
      .executeTakeFirst();
    if (!begun) return refused('already-on');
    await tx.audit({ recordKind: 'account', recordId: account_id, before: null, after: { begun: true } });
    return done();
  });
}

/**
 * Lets the authenticator app count from now on, by its first code, and gives fresh recovery codes, to be shown this
 * once. Throws `TooMany` when codes were tried too often.
 */
export async function confirmAuthenticator(
  ctx: Ctx,
  typed: string,
): Promise<Outcome<readonly string[], 'wrong-code' | 'not-begun'>> {
  must(lookAfterOwn(ctx.actor));
  const accountId = ctx.actor.accountId as Id<'account'>;
  await ctx.throttle.count('factor', accountId);
  const given = readCode(typed);
  return act(ctx, 'directory.second-factor.turn-on', async (tx) => {
    const pending = await tx.db
      .selectFrom('directory.authenticator')
      .select('secret')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('account_id', '=', accountId)
      .where('confirmed_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!pending) return refused('not-begun');
    const step = given?.kind === 'authenticator' ? stepOfCode(pending.secret, given.code, tx.now) : undefined;
    if (step === undefined) return refused('wrong-code');
    await tx.db
      .updateTable('directory.authenticator')
      .set({ confirmed_at: tx.now, last_step: step })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('account_id', '=', accountId)
      .execute();
    const codes = await replaceRecoveryCodes(tx, ctx, accountId);
    const after = { authenticator: true, recoveryCodes: codes.length };
    await tx.audit({ recordKind: 'account', recordId: accountId, before: { authenticator: false }, after });
    return done(codes);
  });
}

/**
 * Takes the authenticator app away, and the recovery codes unless a passkey is left. Refuses to take the last second
 * factor while a role of the person demands one.
 * Needs a fresh proof.
 */
export async function turnOffAuthenticator(ctx: Ctx): Promise<Outcome<undefined, 'required' | 'not-on'>> {
  return act(ctx, 'directory.second-factor.turn-off', async (tx) => {
    must(lookAfterOwn(ctx.actor));
    must(proven(ctx));
    const accountId = ctx.actor.accountId as Id<'account'>;
    const gone = await tx.db
      .deleteFrom('directory.authenticator')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('account_id', '=', accountId)
      .returning('account_id')
      .executeTakeFirst();
    if (!gone) return refused('not-on');
    const left = await findFactors(tx.db, ctx.tenant.id, accountId);
    if (!hasFactor(left) && (await isFactorRequired(ctx))) return refused('required');
    await dropUselessCodes(tx, ctx, accountId, left);
    await tx.audit({
      recordKind: 'account',
      recordId: accountId,
      before: { authenticator: true },
      after: { authenticator: false },
    });
    return done();
  });
}
