import type { StandingTenant } from '#modules/directory/tenant/fixtures.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { Id } from '#platform/db/id.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { plantPapers } from '../plan/fixtures.ts';
import { plantTasks } from '../task/fixtures.ts';
import { makePeriodsNow } from './jobs.server.ts';
import { listPeriodsOfYear } from './queries.server.ts';
import type { ReportPeriod } from './report-period.ts';

/** The same surroundings on a day. */
export function onDay(ctx: Ctx, day: string): Ctx {
  return { ...ctx, clock: fixedClock(`${day}T09:00:00+07:00`) };
}

/** A plan in force of 2026 that orders a report for quarter I by 07/03 and one for the year by 10/12, with its periods. */
export async function plantPeriods(
  home: StandingTenant & { signIn: (role: 'focal') => string },
  day = '2026-02-02',
): Promise<{ planId: Id<'plan'>; periods: ReportPeriod[] }> {
  return home.as(home.signIn('focal'), 'write', async (ctx) => {
    const { planId } = await plantTasks(ctx, [{ title: 'Rà soát thủ tục' }]);
    await plantPapers(ctx, planId, {
      reports: [
        { period: 'Q1', submitBy: '2026-03-06' },
        { period: 'year', submitBy: '2026-12-10' },
      ],
    });
    await makePeriodsNow((_mode, work) => work(onDay(ctx, day)));
    return { planId, periods: await listPeriodsOfYear(ctx, 2026) };
  });
}
