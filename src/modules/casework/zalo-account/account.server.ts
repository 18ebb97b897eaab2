import type { Ctx } from '#platform/session/ctx.ts';
import type { ZaloAccount, ZaloTokens } from '#platform/zalo/zalo-sender.ts';

/** The Zalo account of the office with its secrets, for what sends and for what Zalo sends; never for a page. */
export async function findZaloAccount(
  ctx: Ctx,
): Promise<(ZaloAccount & { readonly oaSecret: string; readonly setAt: Date }) | undefined> {
  const row = await ctx.db
    .selectFrom('casework.zalo_account')
    .selectAll()
    .where('tenant_id', '=', ctx.tenant.id)
    .executeTakeFirst();
  return (
    row && {
      appId: row.app_id,
      appSecret: row.app_secret,
      oaSecret: row.oa_secret,
      templateId: row.template_id,
      setAt: row.set_at,
      tokens: {
        accessToken: row.access_token,
        accessExpiresAt: row.access_expires_at,
        refreshToken: row.refresh_token,
      },
    }
  );
}

/** Whether the office has named a Zalo account. */
export async function hasZaloAccount(ctx: Ctx): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('casework.zalo_account')
    .select('app_id')
    .where('tenant_id', '=', ctx.tenant.id)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Stores tokens that Zalo gave for others, in the name of the system and without a line in the audit: nothing that a
 * person set changes by it. Tokens that a person has entered meanwhile stay.
 * @param setAt when the account was set by whose tokens these were had
 */
export async function keepZaloTokens(ctx: Ctx, setAt: Date, tokens: ZaloTokens): Promise<void> {
  if (!ctx.writer) throw new Error('tokens are kept in a writing step');
  await ctx.writer
    .updateTable('casework.zalo_account')
    .set({
      access_token: tokens.accessToken,
      access_expires_at: tokens.accessExpiresAt,
      refresh_token: tokens.refreshToken,
    })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('set_at', '=', setAt)
    .execute();
}
