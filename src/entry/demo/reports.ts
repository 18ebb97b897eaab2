import type { StandingTenant } from '#modules/directory/tenant/fixtures.ts';
import { listUnits } from '#modules/directory/index.server.ts';
import {
  acceptReport,
  handIn,
  listHandIns,
  listPeriodsOfYear,
  makePeriodsNow,
  orderReport,
  sendOn,
  sendReportBack,
} from '#modules/planning/index.server.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { addDays, type PlainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import type { DemoCommune } from './people.ts';

/** By which the demo tells whether this was loaded. */
export const makingPeriods = 'planning.report-period.make';

/** The calendar has been followed for so many days; what was due before was over by then. */
const followedDays = 80;
type Period = Awaited<ReturnType<typeof listPeriodsOfYear>>[number];

/**
 * Gives the commune its report calendar as the plan orders it. One commune is in the middle of it: what was due some
 * weeks ago was sent on, for the last report one unit was late, one was sent back, and one is missing; a report that a
 * document orders is due in some days. All in the transaction of `ctx`, the focal officer's.
 */
export async function collectReports(
  ctx: Ctx,
  standing: StandingTenant,
  commune: DemoCommune,
): Promise<void> {
  const today = ctx.clock.today();
  const on = (day: PlainDate, actor = ctx.actor): Ctx => ({
    ...ctx,
    actor,
    clock: fixedClock(`${day}T09:00:00+07:00`),
  });
  await makePeriodsNow((_mode, work) => work(on(addDays(today, -followedDays))));
  if (!commune.hasReports) return;
  const year = Number(today.slice(0, 4));
  const due = (await listPeriodsOfYear(ctx, year)).filter(
    (period) => period.state === 'open' && period.dueOn !== null && period.dueOn < today,
  );
  const people = [...standing.people.values()];
  const asUnit = (day: PlainDate, unitId: string) =>
    on(
      day,
      people.find((one) => one.unitIds.some((id) => id === unitId) && one.officerId !== null) ?? ctx.actor,
    );
  for (const [at, period] of due.entries()) {
    const isLast = at === due.length - 1;
    await collect(ctx, period, { on, asUnit, isLast, today });
    if (!isLast) await sent(on, period, at);
  }
  const units = (await listUnits(ctx)).filter(({ isCollective }) => !isCollective).slice(0, 5);
  const ordered = await orderReport(on(addDays(today, -4)), {
    title: 'Báo cáo rà soát thủ tục hành chính nội bộ (demo)',
    document: { number: '1287/SNV-CCHC', on: addDays(today, -5), issuer: 'Sở Nội vụ (demo)' },
    dataFrom: null,
    dataTo: addDays(today, -6),
    lastOn: addDays(today, 5),
    addressee: 'Phòng Văn hóa - Xã hội',
    unitIds: units.map(({ id }) => id),
  });
  if (!ordered.ok) throw new Error(`the ordered report of the demo was refused: ${ordered.code}`);
}

interface Days {
  on(day: PlainDate): Ctx;
  asUnit(day: PlainDate, unitId: string): Ctx;
  readonly isLast: boolean;
  readonly today: PlainDate;
}

async function collect(ctx: Ctx, period: Period, { on, asUnit, isLast, today }: Days): Promise<void> {
  const due = period.dueOn ?? today;
  for (const [at, report] of (await listHandIns(ctx, period.id)).entries()) {
    if (isLast && at === 3) continue;
    const late = addDays(due, 3);
    const day = isLast && at === 1 && late < today ? late : addDays(due, -(at % 3) - 1);
    const { id } = report;
    const given = await handIn(
      asUnit(day, report.unitId),
      { id, version: 1 },
      `Báo cáo số ${at + 11}/BC (demo)`,
    );
    if (!given.ok) throw new Error(`a report of the demo was refused: ${given.code}`);
    if (isLast && at > 3) continue;
    const next = { id, version: 2 };
    if (isLast && at === 2) await sendReportBack(on(due), next, 'Thiếu phụ lục số liệu (demo)');
    else await acceptReport(on(day < due ? due : day), next);
  }
}

async function sent(on: Days['on'], period: Period, at: number): Promise<void> {
  const day = period.dueOn ?? period.dataTo;
  if (day === null) return;
  const outcome = await sendOn(on(day), period.id, {
    number: `${at + 40}/BC-UBND`,
    on: day,
    to: 'Sở Nội vụ (demo)',
    version: period.version,
  });
  if (!outcome.ok) throw new Error(`the report of the demo was not sent: ${outcome.code}`);
}
