import type { Act } from '#platform/db/act.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';

/** Writes the hash of a password that the person chose, and voids what was begun before. For use inside an act. */
export async function setPassword(
  tx: Act,
  ctx: Ctx,
  accountId: Id<'account'>,
  passwordHash: string,
): Promise<void> {
  await tx.db
    .updateTable('directory.account')
    .set({ password_hash: passwordHash, password_changed_at: tx.now, start_password_at: null })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', accountId)
    .execute();
  await voidBegun(tx, ctx, accountId);
}

/**
 * Voids what was begun before a password was set: sign-ins that wait for their second factor, and links by which
 * another password could be set. For use inside an act.
 */
export async function voidBegun(tx: Act, ctx: Ctx, accountId: Id<'account'>): Promise<void> {
  await tx.db
    .deleteFrom('directory.sign_in_step')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('account_id', '=', accountId)
    .execute();
  await tx.db
    .deleteFrom('directory.password_link')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .execute();
}

/** Ends the open sign-ins of an account, except one that may go on. For use inside an act. */
export async function endSessions(
  tx: Act,
  ctx: Ctx,
  accountId: Id<'account'>,
  except?: Id<'session'>,
): Promise<void> {
  await tx.db
    .deleteFrom('directory.session')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('account_id', '=', accountId)
    .$if(except !== undefined, (query) => query.where('id', '!=', except ?? ''))
    .execute();
}

/**
 * Makes every working key of an account useless; gives their names and hints for the audit line of the act. Keys of
 * programs under a name of their own are not the account's, and stay. Links that other modules gave out end too, as
 * `published_key_standing` tells them. For use inside an act that holds the account.
 */
export async function revokeKeys(tx: Act, ctx: Ctx, accountId: Id<'account'>): Promise<string[]> {
  await tx.db
    .updateTable('directory.account')
    .set({ keys_void_before: tx.now })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', '=', accountId)
    .execute();
  const revoked = await tx.db
    .updateTable('directory.api_token')
    .set({ revoked_at: tx.now })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .returning(['name', 'hint'])
    .execute();
  return revoked.map(({ name, hint }) => `${name} [${hint}]`);
}

/** What the audit line of an act says of the keys that it made useless; nothing where there were none. */
export function keysInAudit(revokedKeys: readonly string[]): { revokedKeys?: readonly string[] } {
  return revokedKeys.length > 0 ? { revokedKeys } : {};
}
