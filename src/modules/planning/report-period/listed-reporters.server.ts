import { type Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { HandInState } from '../report-hand-in/report-hand-in.ts';
import { visibleTo } from './visible-to.server.ts';

/** Which units are to report for a period, and how far each has come: for whoever says which units report. */
export async function listReporterIds(
  ctx: Ctx,
  periodId: Id<'report-period'>,
): Promise<{ id: string; unitId: string; state: HandInState }[]> {
  const rows = await ctx.db
    .selectFrom('planning.report_hand_in as h')
    .innerJoin('planning.report_period as p', (join) =>
      join.onRef('p.tenant_id', '=', 'h.tenant_id').onRef('p.id', '=', 'h.period_id'),
    )
    .select(['h.id', 'h.unit_id', 'h.state'])
    .where('h.tenant_id', '=', ctx.tenant.id)
    .where('h.period_id', '=', periodId)
    .where(visibleTo(ctx.actor))
    .execute();
  return rows.map((row) => ({ id: row.id, unitId: row.unit_id, state: row.state as HandInState }));
}
