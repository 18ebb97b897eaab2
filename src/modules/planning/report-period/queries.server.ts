import { type Expression, type SqlBool, sql } from 'kysely';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import type { ReadDb } from '#platform/db/db.ts';
import { type Id, parseId } from '#platform/db/id.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { visibleTo as handInVisibleTo } from '../report-hand-in/visible-to.server.ts';
import type {
  DayOffRule,
  PeriodKind,
  PeriodState,
  ReportEventKind,
  ReportPeriod,
  SettableField,
} from './report-period.ts';
import { visibleTo } from './visible-to.server.ts';

/** The periods that this person may read, aliased `p`, with the plan that orders them; those thrown away too. */
export function periods(ctx: Ctx, db: ReadDb = ctx.db) {
  return db
    .selectFrom('planning.report_period as p')
    .leftJoin('planning.plan as l', (join) =>
      join.onRef('l.tenant_id', '=', 'p.tenant_id').onRef('l.id', '=', 'p.plan_id'),
    )
    .selectAll('p')
    .select('l.title as plan_title')
    .where('p.tenant_id', '=', ctx.tenant.id)
    .where(visibleTo(ctx.actor));
}

export type PeriodRow = Awaited<ReturnType<ReturnType<typeof periods>['executeTakeFirstOrThrow']>>;

/** How many units stand where in one period, of those that the person may see. */
export interface PeriodCounts {
  readonly expected: number;
  readonly handedIn: number;
  readonly accepted: number;
  readonly sentBack: number;
  readonly excused: number;
  /** Late: handed in after the day, or not yet though it is past. */
  readonly late: number;
}

export const noCounts: PeriodCounts = {
  expected: 0,
  handedIn: 0,
  accepted: 0,
  sentBack: 0,
  excused: 0,
  late: 0,
};

/** How many reports of units are asked for. */
export function askedFor(counts: PeriodCounts): number {
  return counts.expected + counts.handedIn + counts.accepted + counts.sentBack;
}

/** One period; `NotFound` where there is none for this person. */
export async function getPeriod(ctx: Ctx, periodId: string): Promise<ReportPeriod> {
  const id = parseId<'report-period'>(periodId);
  const row = id && (await periods(ctx).where('p.id', '=', id).executeTakeFirst());
  if (!row) throw new NotFound();
  return toPeriod(row);
}

/** The periods of a year in the order of their days: those due in it, and those without a day that report on it. */
export async function listPeriodsOfYear(ctx: Ctx, year: number): Promise<ReportPeriod[]> {
  const rows = await periods(ctx)
    .where('p.state', 'in', ['open', 'past', 'sent'])
    .where(
      sql<SqlBool>`coalesce(p.due_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date, p.year = ${year})`,
    )
    .orderBy(sql`p.due_on nulls last`)
    .orderBy('p.number')
    .orderBy('p.id')
    .limit(500)
    .execute();
  return rows.map(toPeriod);
}

/** The next open periods with a day, from today on. */
export async function listNextPeriods(ctx: Ctx, most: number): Promise<ReportPeriod[]> {
  const rows = await periods(ctx)
    .where('p.state', '=', 'open')
    .where('p.due_on', '>=', ctx.clock.today())
    .orderBy('p.due_on')
    .orderBy('p.id')
    .limit(most)
    .execute();
  return rows.map(toPeriod);
}

/** How many units stand where, period by period: one statement for all of them. */
export async function countByPeriod(
  ctx: Ctx,
  which: { readonly year: number } | { readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, PeriodCounts>> {
  const today = ctx.clock.today();
  const chosen: Expression<SqlBool> =
    'ids' in which
      ? sql<SqlBool>`p.id = any(${[...which.ids]}::uuid[])`
      : sql<SqlBool>`coalesce(p.due_on between ${`${which.year}-01-01`}::date and ${`${which.year}-12-31`}::date,
          p.year = ${which.year})`;
  const { rows } = await sql<{ id: string } & Record<keyof PeriodCounts, number>>`
    select p.id,
      count(*) filter (where h.state = 'expected')::int as expected,
      count(*) filter (where h.state = 'handed-in')::int as "handedIn",
      count(*) filter (where h.state = 'accepted')::int as accepted,
      count(*) filter (where h.state = 'sent-back')::int as "sentBack",
      count(*) filter (where h.state = 'excused')::int as excused,
      count(*) filter (where ${isLate(today)})::int as late
    from planning.report_period p
    join planning.report_hand_in h on h.tenant_id = p.tenant_id and h.period_id = p.id
    where p.tenant_id = ${ctx.tenant.id} and ${chosen} and ${visibleTo(ctx.actor)} and ${handInVisibleTo(ctx.actor)}
    group by p.id`.execute(ctx.db);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** Whether a report of a unit is late, over `h` and its period `p`: the SQL twin of `lateFrom`. */
export function isLate(today: PlainDate) {
  return sql<boolean>`coalesce(h.state <> 'excused'
    and coalesce(h.first_handed_in_on, case when p.state = 'open' then ${today}::date end) > p.due_on, false)`;
}

/** What happened to a period and to the reports of the units that the person may see, the newest first. */
export async function listEvents(
  ctx: Ctx,
  periodId: Id<'report-period'>,
  unitId?: Id<'unit'>,
): Promise<ReportEvent[]> {
  const { rows } = await sql<{
    id: string;
    at: Date;
    kind: ReportEventKind;
    actor_name: string;
    text: string;
    unit_name: string | null;
  }>`
    select e.id, e.at, e.kind, e.actor_name, e.text, u.name as unit_name
    from planning.report_event e
    join planning.report_period p on p.tenant_id = e.tenant_id and p.id = e.period_id
    left join planning.report_hand_in h
      on h.tenant_id = e.tenant_id and h.period_id = e.period_id and h.unit_id = e.unit_id
    left join directory.published_unit u on u.tenant_id = e.tenant_id and u.id = e.unit_id
    where e.tenant_id = ${ctx.tenant.id} and e.period_id = ${periodId} and ${visibleTo(ctx.actor)}
      and (e.unit_id is null or ${handInVisibleTo(ctx.actor)})
      and (${unitId ?? null}::uuid is null or e.unit_id = ${unitId ?? null}::uuid)
    order by e.at desc, e.id desc limit 200`.execute(ctx.db);
  return rows.map((row) => ({
    id: row.id,
    at: new Date(row.at),
    kind: row.kind,
    actorName: row.actor_name,
    text: row.text,
    unitName: row.unit_name,
  }));
}

export interface ReportEvent {
  readonly id: string;
  readonly at: Date;
  readonly kind: ReportEventKind;
  readonly actorName: string;
  readonly text: string;
  readonly unitName: string | null;
}

/** What the office does with hand-in days on which offices are closed, and which version of the setting says so. */
export async function findDayOffRule(
  ctx: Ctx,
): Promise<{ rule: DayOffRule; version: number; actorName: string | null; at: Date | null }> {
  const row = await ctx.db
    .selectFrom('planning.report_rule')
    .select(['day_off', 'version', 'actor_name', 'at'])
    .where('tenant_id', '=', ctx.tenant.id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    rule: (row?.day_off ?? 'keep') as DayOffRule,
    version: row?.version ?? 0,
    actorName: row?.actor_name ?? null,
    at: row?.at ?? null,
  };
}

export function toPeriod(row: PeriodRow): ReportPeriod {
  return {
    id: row.id as Id<'report-period'>,
    planId: row.plan_id as Id<'plan'> | null,
    planTitle: row.plan_title,
    regimeId: row.regime_id as Id<'report-regime'> | null,
    kind: row.kind as PeriodKind,
    year: row.year,
    number: row.number,
    topic: row.topic,
    title: row.title,
    dataFrom: row.data_from as PlainDate | null,
    dataTo: row.data_to as PlainDate | null,
    printedOn: row.printed_on as PlainDate | null,
    isBefore: row.is_before,
    lastOn: row.last_on as PlainDate | null,
    dueOn: row.due_on as PlainDate | null,
    addressee: row.addressee,
    ruleText: row.rule_text,
    document:
      row.document_number === null || row.document_on === null
        ? null
        : {
            number: row.document_number,
            on: row.document_on as PlainDate,
            issuer: row.document_issuer ?? '',
          },
    byHand: row.by_hand as SettableField[],
    state: row.state as PeriodState,
    sent:
      row.sent_on === null
        ? null
        : { number: row.sent_number ?? '', on: row.sent_on as PlainDate, to: row.sent_to ?? '' },
    version: row.version,
  };
}
