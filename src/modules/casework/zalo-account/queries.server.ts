import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import * as policy from './policy.ts';
import type { ShownZaloAccount } from './zalo-account.ts';

/** What the office has said of its Zalo account, without its secrets; undefined where it has none. */
export async function findShownAccount(ctx: Ctx): Promise<ShownZaloAccount | undefined> {
  must(policy.set(ctx.actor));
  const row = await ctx.db
    .selectFrom('casework.zalo_account')
    .select(['app_id', 'template_id', 'set_at', 'version'])
    .where('tenant_id', '=', ctx.tenant.id)
    .executeTakeFirst();
  return row && { appId: row.app_id, templateId: row.template_id, setAt: row.set_at, version: row.version };
}
