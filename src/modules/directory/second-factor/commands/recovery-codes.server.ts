import { type Act, act } from '#platform/db/act.ts';
import type { Id } from '#platform/db/id.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import { lookAfterOwn } from '../../account/policy.ts';
import { hashRecoveryCode, newRecoveryCodes } from '../authenticator.server.ts';
import { findFactors } from '../queries.server.ts';
import { type Factors, hasFactor } from '../second-factor.ts';

/** Gives fresh recovery codes, to be shown this once; those given before are void. Needs a fresh proof. */
export async function renewRecoveryCodes(ctx: Ctx): Promise<Outcome<readonly string[], 'not-on'>> {
  return act(ctx, 'directory.second-factor.renew-codes', async (tx) => {
    must(lookAfterOwn(ctx.actor));
    must(proven(ctx));
    const accountId = ctx.actor.accountId as Id<'account'>;
    const factors = await findFactors(ctx.db, ctx.tenant.id, accountId);
    if (!hasFactor(factors)) return refused('not-on');
    const codes = await replaceRecoveryCodes(tx, ctx, accountId);
    await tx.audit({
      recordKind: 'account',
      recordId: accountId,
      before: { recoveryCodes: factors.recoveryCodesLeft },
      after: { recoveryCodes: codes.length },
    });
    return done(codes);
  });
}

/** Takes the recovery codes away when no second factor is left that they could stand for. For use inside an act. */
export async function dropUselessCodes(
  tx: Act,
  ctx: Ctx,
  accountId: Id<'account'>,
  left: Factors,
): Promise<void> {
  if (hasFactor(left)) return;
  await tx.db
    .deleteFrom('directory.recovery_code')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('account_id', '=', accountId)
    .execute();
}

/** Replaces the recovery codes of an account; only their hashes are kept. For use inside an act. */
export async function replaceRecoveryCodes(
  tx: Act,
  ctx: Ctx,
  accountId: Id<'account'>,
): Promise<readonly string[]> {
  await tx.db
    .deleteFrom('directory.recovery_code')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('account_id', '=', accountId)
    .execute();
  const codes = newRecoveryCodes();
  await tx.db
    .insertInto('directory.recovery_code')
    .values(
      codes.map((code) => ({
        tenant_id: ctx.tenant.id,
        account_id: accountId,
        code_hash: hashRecoveryCode(code),
      })),
    )
    .execute();
  return codes;
}
