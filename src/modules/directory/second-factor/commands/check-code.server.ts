import { type Act, act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { hashRecoveryCode, stepOfCode } from '../authenticator.server.ts';
import { readCode } from '../second-factor.ts';

/**
 * Takes a code of the person's authenticator app or a recovery code. Each is good once: a code of the app that was
 * taken, and every older one, is refused from then on. A wrong one stands in the audit too. Throws `TooMany` when it
 * was tried too often, counted by account.
 */
export async function checkCode(ctx: Ctx, typed: string): Promise<Outcome<undefined, 'wrong-code'>> {
  const accountId = ctx.actor.accountId ?? '';
  await ctx.throttle.count('factor', accountId);
  const given = readCode(typed);
  const outcome = await act(ctx, 'directory.second-factor.use', async (tx) => {
    const isRight =
      given !== undefined &&
      (given.kind === 'recovery'
        ? await takeRecoveryCode(tx, ctx, given.code)
        : await takeAppCode(tx, ctx, given.code));
    if (!isRight) return refused('wrong-code');
    await tx.audit({
      recordKind: 'account',
      recordId: accountId,
      before: null,
      after: { factor: given.kind },
    });
    return done();
  });
  if (outcome.ok) await ctx.throttle.forget('factor', accountId);
  else await noteWrongCode(ctx, accountId);
  return outcome;
}

async function takeAppCode(tx: Act, ctx: Ctx, code: string): Promise<boolean> {
  const own = await tx.db
    .selectFrom('directory.authenticator')
    .select(['secret', 'last_step'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('account_id', '=', ctx.actor.accountId)
    .where('confirmed_at', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  const step = own && stepOfCode(own.secret, code, tx.now);
  if (step === undefined || step <= Number(own?.last_step)) return false;
  await tx.db
    .updateTable('directory.authenticator')
    .set({ last_step: step })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('account_id', '=', ctx.actor.accountId)
    .execute();
  return true;
}

async function takeRecoveryCode(tx: Act, ctx: Ctx, code: string): Promise<boolean> {
  const taken = await tx.db
    .updateTable('directory.recovery_code')
    .set({ used_at: tx.now })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('account_id', '=', ctx.actor.accountId)
    .where('code_hash', '=', hashRecoveryCode(code))
    .where('used_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst();
  return taken !== undefined;
}

async function noteWrongCode(ctx: Ctx, accountId: string): Promise<void> {
  await act(ctx, 'directory.second-factor.fail', async (tx) => {
    await tx.audit({ recordKind: 'account', recordId: accountId, before: null, after: {} });
    return done();
  });
}
