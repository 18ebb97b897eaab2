import { sql } from 'kysely';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { PeriodKind, PeriodName } from './report-period.ts';
import { visibleTo } from './visible-to.server.ts';

/** What the periods that stand are called, the latest first; for a choice among them. */
export async function listPeriodNames(
  ctx: Ctx,
): Promise<(PeriodName & { readonly id: Id<'report-period'> })[]> {
  const rows = await ctx.db
    .selectFrom('planning.report_period as p')
    .select(['p.id', 'p.kind', 'p.year', 'p.number', 'p.topic', 'p.title'])
    .where('p.tenant_id', '=', ctx.tenant.id)
    .where('p.state', 'in', ['open', 'past', 'sent'])
    .where(visibleTo(ctx.actor))
    .orderBy(sql`coalesce(p.due_on, p.data_to, make_date(p.year, 12, 31))`, 'desc')
    .orderBy('p.id')
    .limit(300)
    .execute();
  return rows.map((row) => ({
    ...row,
    id: row.id as Id<'report-period'>,
    kind: row.kind as PeriodKind,
  }));
}
