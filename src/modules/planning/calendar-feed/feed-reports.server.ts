import { sql } from 'kysely';
import { addDays, type PlainDate } from '#platform/clock/plain-date.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { planLink } from '../links.ts';
import * as planPolicy from '../plan/policy.ts';
import { listPlans, listReportRegimes } from '../plan/queries.server.ts';
import type { HandInState } from '../report-hand-in/report-hand-in.ts';
import { visibleTo as handInVisibleTo } from '../report-hand-in/visible-to.server.ts';
import { dueDays } from '../report-period/due-days.server.ts';
import { reportPeriodLink } from '../report-period/links.ts';
import * as periodPolicy from '../report-period/policy.ts';
import { periods, toPeriod } from '../report-period/queries.server.ts';
import type { PeriodName, PeriodState, ReportPeriod } from '../report-period/report-period.ts';
import { wantedPeriods } from '../report-period/wanted-periods.ts';
import { doneDays, mostEntries } from './calendar-feed.ts';

/** A report of the commune as a calendar shows it: its days, and how far the units have come. */
export interface FeedReport
  extends PeriodName,
    Pick<ReportPeriod, 'dataFrom' | 'dataTo' | 'dueOn' | 'addressee' | 'ruleText' | 'version'> {
  /** By what its entries are named for good. */
  readonly recordId: string;
  readonly link: string;
  /** The plan or the document that orders it. */
  readonly basis: string | null;
  /** `planned` where the plan asks for it and its period has not been made yet. */
  readonly state: PeriodState | 'planned';
  /** The reports of the units that the person may read, in the order of their names. */
  readonly units: readonly { readonly name: string; readonly state: HandInState }[];
  /** The person reads the reports of their own unit alone. */
  readonly isOfOneUnit: boolean;
}

/** The reports that this person may read, from a while ago on: the periods, and what plans ask for beyond them. */
export async function listFeedReports(ctx: Ctx): Promise<FeedReport[]> {
  const first = addDays(ctx.clock.today(), -doneDays);
  return [...(await periodsFrom(ctx, first)), ...(await plannedFrom(ctx, first))];
}

async function periodsFrom(ctx: Ctx, first: PlainDate): Promise<FeedReport[]> {
  const readsAll = ctx.actor.grants.get('planning.report-hand-in.read') === 'all';
  const units = sql<FeedReport['units']>`coalesce((
    select json_agg(json_build_object('name', u.name, 'state', h.state) order by u.name collate "vi-x-icu", u.id)
    from planning.report_hand_in h
    join directory.published_unit u on u.tenant_id = h.tenant_id and u.id = h.unit_id
    where h.tenant_id = ${ctx.tenant.id} and h.period_id = p.id and ${handInVisibleTo(ctx.actor)}), '[]')`;
  const rows = await periods(ctx)
    .select(units.as('units'))
    .where('p.state', 'in', ['open', 'past', 'sent'])
    .where((where) => where.or([where('p.due_on', '>=', first), where('p.data_to', '>=', first)]))
    .orderBy(sql`coalesce(p.due_on, p.data_to)`)
    .orderBy('p.id')
    .limit(mostEntries)
    .execute();
  return rows.map((row) => {
    const period = toPeriod(row);
    return {
      ...named(period),
      recordId: period.id,
      link: reportPeriodLink(period.id),
      basis: period.planTitle ?? period.document?.number ?? null,
      state: period.state,
      version: period.version,
      units: row.units,
      isOfOneUnit: !readsAll,
    };
  });
}

/** What plans in force ask for and no period stands for: they are made when a plan is issued, and each night. */
async function plannedFrom(ctx: Ctx, first: PlainDate): Promise<FeedReport[]> {
  if (!planPolicy.read(ctx.actor).allowed) return [];
  const made = await regimesWithPeriods(ctx);
  const regimes = (await listReportRegimes(ctx)).filter(({ id }) => !made.has(id));
  if (regimes.length === 0) return [];
  const due = await dueDays(ctx);
  return (await listPlans(ctx)).flatMap((plan) =>
    wantedPeriods(
      regimes.filter(({ planId }) => planId === plan.id),
      plan,
    )
      .map((wanted) => ({ wanted, dueOn: due(wanted.lastOn) }))
      .filter(({ wanted, dueOn }) => (dueOn ?? wanted.dataTo ?? '') >= first)
      .map(({ wanted, dueOn }) => ({
        ...named({ ...wanted, title: null, dueOn }),
        recordId: `${wanted.regimeId}-${wanted.year}-${wanted.number ?? 0}`,
        link: planLink(plan.id),
        basis: plan.title,
        state: 'planned' as const,
        version: 0,
        units: [],
        isOfOneUnit: false,
      })),
  );
}

/** The report rules of plans that periods were made of, whatever became of those; none for who may not read periods. */
async function regimesWithPeriods(ctx: Ctx): Promise<ReadonlySet<string | null>> {
  if (!periodPolicy.read(ctx.actor).allowed) return new Set();
  const rows = await ctx.db
    .selectFrom('planning.report_period')
    .select('regime_id')
    .distinct()
    .where('tenant_id', '=', ctx.tenant.id)
    .execute();
  return new Set(rows.map((row) => row.regime_id));
}

type Named = PeriodName & Pick<ReportPeriod, 'dataFrom' | 'dataTo' | 'dueOn' | 'addressee' | 'ruleText'>;

function named({ kind, year, number, topic, title, dataFrom, dataTo, dueOn, addressee, ruleText }: Named) {
  return { kind, year, number, topic, title, dataFrom, dataTo, dueOn, addressee, ruleText };
}
