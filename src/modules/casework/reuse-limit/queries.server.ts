import type { Ctx } from '#platform/session/ctx.ts';
import { usualReuseLimit } from './reuse-limit.ts';

/** How many records a proof of this office may serve before it is flagged. */
export async function findReuseLimit(ctx: Ctx): Promise<number> {
  const row = await ctx.db
    .selectFrom('casework.reuse_limit')
    .select('most_records')
    .where('tenant_id', '=', ctx.tenant.id)
    .executeTakeFirst();
  return row?.most_records ?? usualReuseLimit;
}
