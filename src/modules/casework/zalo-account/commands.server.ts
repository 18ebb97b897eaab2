import { act } from '#platform/db/act.ts';
import { done, type Outcome, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import { proven } from '#platform/session/proof.ts';
import * as policy from './policy.ts';
import { type NewZaloAccount, secretFields } from './zalo-account.ts';

/**
 * Names the Zalo account of the office, or another one; secrets that are left empty stay. Needs a fresh proof. Refuses a
 * first account without all of its secrets, and a form that somebody else's was saved after.
 * @param version of the account that the form showed; 0 where there was none
 */
export async function setZaloAccount(
  ctx: Ctx,
  given: NewZaloAccount,
  version: number,
): Promise<Outcome<undefined, 'secret-missing' | 'changed-meanwhile'>> {
  return act(ctx, 'casework.zalo-account.set', async (tx) => {
    must(policy.set(ctx.actor));
    must(proven(ctx));
    const before = await tx.db
      .selectFrom('casework.zalo_account')
      .selectAll()
      .where('tenant_id', '=', ctx.tenant.id)
      .forUpdate()
      .executeTakeFirst();
    if ((before?.version ?? 0) !== version) return refused('changed-meanwhile');
    if (!before && secretFields.some((name) => given[name] === '')) return refused('secret-missing');
    const isNewToken = given.refreshToken !== '' || given.appId !== before?.app_id;
    const account = {
      app_id: given.appId,
      app_secret: given.appSecret || before?.app_secret || '',
      oa_secret: given.oaSecret || before?.oa_secret || '',
      refresh_token: given.refreshToken || before?.refresh_token || '',
      access_token: isNewToken ? null : (before?.access_token ?? null),
      access_expires_at: isNewToken ? null : (before?.access_expires_at ?? null),
      template_id: given.templateId || null,
      set_at: tx.now,
      version: version + 1,
    };
    await tx.db
      .insertInto('casework.zalo_account')
      .values({ tenant_id: ctx.tenant.id, ...account })
      .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(account))
      .execute();
    await tx.audit({
      recordKind: 'zalo-account',
      recordId: ctx.tenant.id,
      before: before ? { appId: before.app_id, templateId: before.template_id } : null,
      // That secrets changed is said, never what they are.
      after: {
        appId: given.appId,
        templateId: account.template_id,
        secrets: secretFields.filter((name) => given[name] !== '').length,
      },
    });
    return done(undefined);
  });
}

/** Takes the Zalo account of the office away, secrets and all; what waits for it stays until there is another. */
export async function removeZaloAccount(ctx: Ctx): Promise<Outcome<undefined, 'nothing-there'>> {
  return act(ctx, 'casework.zalo-account.remove', async (tx) => {
    must(policy.remove(ctx.actor));
    must(proven(ctx));
    const gone = await tx.db
      .deleteFrom('casework.zalo_account')
      .where('tenant_id', '=', ctx.tenant.id)
      .returning('app_id')
      .executeTakeFirst();
    if (!gone) return refused('nothing-there');
    await tx.audit({
      recordKind: 'zalo-account',
      recordId: ctx.tenant.id,
      before: { appId: gone.app_id },
      after: null,
    });
    return done(undefined);
  });
}
