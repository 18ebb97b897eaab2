import type { Ctx } from '#platform/session/ctx.ts';
import type { Passkey } from './passkey.ts';

/** The passkeys of the person, the newest first. */
export async function listPasskeys(ctx: Ctx): Promise<Passkey[]> {
  const rows = await ctx.db
    .selectFrom('directory.passkey')
    .select(['credential_id', 'name', 'made_at', 'used_at'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('account_id', '=', ctx.actor.accountId)
    .orderBy('made_at', 'desc')
    .orderBy('credential_id')
    .execute();
  return rows.map((row) => ({
    id: row.credential_id,
    name: row.name,
    madeAt: row.made_at,
    usedAt: row.used_at,
  }));
}
