import type { Ctx } from '#platform/session/ctx.ts';
import { keptSettings } from './input.ts';
import { findReferenceRules } from './reference.server.ts';
import type { ReviewMonth } from './review-month.ts';
import type { ReviewRules } from './review-rules.ts';

/** By what a month is worked out today: the decree's numbers, and what the office has set. */
export async function findRules(ctx: Ctx, month: ReviewMonth): Promise<ReviewRules | undefined> {
  const rules = findReferenceRules(month);
  const row =
    rules &&
    (await ctx.db
      .selectFrom('planning.unit_head_review_rules')
      .select(['version', 'settings'])
      .where('tenant_id', '=', ctx.tenant.id)
      .orderBy('version', 'desc')
      .limit(1)
      .executeTakeFirst());
  return rules && row ? { ...rules, ...keptSettings.parse(row.settings), version: row.version } : rules;
}

/** Every version of what the office has set, the newest first. */
export async function listRuleVersions(
  ctx: Ctx,
): Promise<{ version: number; at: Date; actorName: string }[]> {
  const rows = await ctx.db
    .selectFrom('planning.unit_head_review_rules')
    .select(['version', 'at', 'actor_name'])
    .where('tenant_id', '=', ctx.tenant.id)
    .orderBy('version', 'desc')
    .limit(20)
    .execute();
  return rows.map(({ version, at, actor_name }) => ({ version, at, actorName: actor_name }));
}
