import type { Ctx } from '#platform/session/ctx.ts';
import * as policy from './policy.ts';
import { listPeriodsOfYear } from './queries.server.ts';
import type { ReportPeriod } from './report-period.ts';

/** The periods of a year, or of one plan in it, for calendars; none for who may not read the report calendar. */
export async function periodsOf(ctx: Ctx, year: number, planId: string | undefined): Promise<ReportPeriod[]> {
  if (!policy.read(ctx.actor).allowed) return [];
  const periods = await listPeriodsOfYear(ctx, year);
  return planId === undefined ? periods : periods.filter((period) => period.planId === planId);
}
