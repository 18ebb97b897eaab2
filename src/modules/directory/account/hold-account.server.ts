import type { Act } from '#platform/db/act.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/**
 * Holds the account of the caller for the rest of an act that gives something out in place of a sign-in, so that none is
 * made while a password is being taken away. False where the account is locked, or has no password of its own yet.
 */
export async function holdOwnAccount(ctx: Ctx, tx: Act): Promise<boolean> {
  const account = await tx.db
    .selectFrom('directory.account')
    .select(['locked_at', 'start_password_at'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', ctx.actor.accountId)
    .forUpdate()
    .executeTakeFirst();
  return account !== undefined && account.locked_at === null && account.start_password_at === null;
}
