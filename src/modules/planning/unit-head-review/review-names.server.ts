import { sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { monthOf, type ReviewMonth } from './review-month.ts';
import { visibleTo } from './visible-to.server.ts';

/** Which unit and month these evaluations are of; those that the person may not read are left out. */
export async function listReviewNames(
  ctx: Ctx,
  ids: readonly string[],
): Promise<{ id: string; month: ReviewMonth; unitName: string }[]> {
  const rows = await ctx.db
    .selectFrom('planning.unit_head_review as v')
    .innerJoin('directory.published_unit as u', (join) =>
      join.onRef('u.tenant_id', '=', 'v.tenant_id').onRef('u.id', '=', 'v.unit_id'),
    )
    .select(['v.id', 'v.month', 'u.name'])
    .where('v.tenant_id', '=', ctx.tenant.id)
    .where(sql`v.id`, '=', sql`any(${[...ids]}::uuid[])`)
    .where(visibleTo(ctx.actor, 'v.officer_id'))
    .execute();
  return rows.map(({ id, month, name }) => ({
    id,
    month: monthOf(month as PlainDate),
    unitName: name ?? '',
  }));
}
