import { sql } from 'kysely';
import { type Act, act } from '#platform/db/act.ts';
import type { ReadDb } from '#platform/db/db.ts';
import type { PlainDate } from '#platform/clock/plain-date.ts';
import { type Id, newId } from '#platform/db/id.ts';
import { done, refused } from '#platform/db/outcome.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { must } from '#platform/session/decision.ts';
import type { ReportRegime } from '../../plan/plan.ts';
import { listReportRegimes } from '../../plan/queries.server.ts';
import { comparePeriods, isNothing, type PeriodChanges, type StandingPeriod } from '../compare-periods.ts';
import { dueDays } from '../due-days.server.ts';
import * as policy from '../policy.ts';
import { recordReports } from '../record-report.server.ts';
import { expectReports, findReporters } from '../reporters.server.ts';
import type { PeriodState, SettableField } from '../report-period.ts';
import { wantedPeriods } from '../wanted-periods.ts';

interface PlanToMake {
  readonly id: Id<'plan'>;
  readonly sourceId: string;
  readonly yearFrom: number;
  readonly yearTo: number;
}

/** The plans in force of this commune. */
export async function listPlansInForce(ctx: Ctx): Promise<Id<'plan'>[]> {
  must(policy.make(ctx.actor));
  return (await plansInForce(ctx, ctx.db)).map(({ id }) => id);
}

/**
 * Makes the periods of a plan those that its report calendar orders: missing ones are made with the reports of the units,
 * those that stand follow the plan's words, and what is not ordered any more is dropped where nobody has worked on it.
 * Done twice, it changes nothing. Gives how many were made.
 */
export async function makePeriodsOf(ctx: Ctx, planId: Id<'plan'>): Promise<number> {
  const outcome = await act<number, 'nothing'>(ctx, 'planning.report-period.make', async (tx) => {
    must(policy.make(ctx.actor));
    await sql`select from planning.plan where tenant_id = ${ctx.tenant.id} and id = ${planId} for update`.execute(
      tx.db,
    );
    const [plan] = await plansInForce(ctx, tx.db, planId);
    if (!plan) return refused('nothing');
    const regimes = await listReportRegimes(ctx, plan.id);
    const changes = comparePeriods(
      plan.id,
      wantedPeriods(regimes, plan),
      await standingOf(ctx, tx.db, plan.sourceId),
      { today: ctx.clock.today(), due: await dueDays(ctx) },
    );
    const missing = await missingReports(ctx, tx, plan, regimes);
    if (isNothing(changes) && missing.length === 0) return refused('nothing');
    await insertMade(ctx, tx, plan, changes.made, regimes);
    await storeChanges(ctx, tx, changes);
    await expectReports(ctx, tx, missing);
    await tx.audit({
      recordKind: 'plan',
      recordId: plan.id,
      before: {},
      after: {
        added: changes.made.length,
        changed: changes.changed.length,
        removed: changes.dropped.length,
        givenBack: changes.revived.length,
        reports: missing.length,
      },
    });
    return done(changes.made.length);
  });
  return outcome.ok ? outcome.value : 0;
}

async function plansInForce(ctx: Ctx, db: ReadDb, onlyId?: string): Promise<PlanToMake[]> {
  const { rows } = await sql<PlanToMake>`
    select id, coalesce(draft_id, id) as "sourceId", year_from as "yearFrom", year_to as "yearTo" from planning.plan
    where tenant_id = ${ctx.tenant.id} and state = 'issued'
      and (${onlyId ?? null}::uuid is null or id = ${onlyId ?? null}::uuid)
    order by id`.execute(db);
  return rows;
}

async function standingOf(ctx: Ctx, db: ReadDb, sourceId: string): Promise<StandingPeriod[]> {
  const rows = await db
    .selectFrom('planning.report_period as p')
    .select([
      'p.id',
      'p.plan_id',
      'p.regime_id',
      'p.key',
      'p.data_from',
      'p.data_to',
      'p.printed_on',
      'p.is_before',
    ])
    .select(['p.last_on', 'p.due_on', 'p.addressee', 'p.rule_text', 'p.by_hand', 'p.state'])
    .select(
      sql<boolean>`p.by_hand <> '{}' or exists (select from planning.report_hand_in h where h.tenant_id = p.tenant_id
        and h.period_id = p.id and h.state <> 'expected')`.as('is_touched'),
    )
    .where('p.tenant_id', '=', ctx.tenant.id)
    .where('p.source_id', '=', sourceId)
    .execute();
  return rows.map((row) => ({
    id: row.id as StandingPeriod['id'],
    planId: row.plan_id as StandingPeriod['planId'],
    regimeId: row.regime_id as StandingPeriod['regimeId'],
    key: row.key ?? '',
    dataFrom: row.data_from as PlainDate | null,
    dataTo: row.data_to as PlainDate | null,
    printedOn: row.printed_on as PlainDate | null,
    isBefore: row.is_before,
    lastOn: row.last_on as PlainDate | null,
    dueOn: row.due_on as PlainDate | null,
    addressee: row.addressee,
    ruleText: row.rule_text,
    byHand: row.by_hand as SettableField[],
    state: row.state as PeriodState,
    isTouched: row.is_touched,
  }));
}

async function insertMade(
  ctx: Ctx,
  tx: Act,
  plan: PlanToMake,
  made: PeriodChanges['made'],
  regimes: readonly ReportRegime[],
): Promise<void> {
  if (made.length === 0) return;
  const rows = made.map((one) => ({ one, id: newId<'report-period'>() }));
  await tx.db
    .insertInto('planning.report_period')
    .values(
      rows.map(({ one, id }) => ({
        tenant_id: ctx.tenant.id,
        id,
        plan_id: plan.id,
        source_id: plan.sourceId,
        regime_id: one.regimeId,
        key: one.key,
        kind: one.kind,
        year: one.year,
        number: one.number,
        topic: one.topic,
        data_from: one.dataFrom,
        data_to: one.dataTo,
        printed_on: one.printedOn,
        is_before: one.isBefore,
        last_on: one.lastOn,
        due_on: one.dueOn,
        addressee: one.addressee,
        rule_text: one.ruleText,
        state: one.isOver ? 'past' : 'open',
        created_at: tx.now,
      })),
    )
    .execute();
  const reporters = await findReporters(
    ctx,
    regimes.map(({ reporter }) => reporter),
  );
  const byRegime = new Map(regimes.map((regime) => [regime.id, reporters(regime.reporter)]));
  await expectReports(
    ctx,
    tx,
    rows.flatMap(({ one, id }) =>
      (byRegime.get(one.regimeId) ?? []).map((unitId) => ({ periodId: id, unitId })),
    ),
  );
  await recordReports(
    ctx,
    tx,
    rows.map(({ id }) => ({ periodId: id, kind: 'made' })),
  );
}

async function storeChanges(ctx: Ctx, tx: Act, { changed, dropped, revived }: PeriodChanges): Promise<void> {
  if (changed.length > 0) {
    const said = changed.map(({ id, facts }) => ({ id, ...facts }));
    await sql`
      update planning.report_period p set plan_id = s."planId", regime_id = s."regimeId", rule_text = s."ruleText",
        data_from = s."dataFrom", data_to = s."dataTo", printed_on = s."printedOn", is_before = s."isBefore",
        last_on = s."lastOn", due_on = s."dueOn", addressee = s.addressee, version = p.version + 1
      from jsonb_to_recordset(${JSON.stringify(said)}::jsonb) as s (id uuid, "planId" uuid, "regimeId" uuid,
        "ruleText" text, "dataFrom" date, "dataTo" date, "printedOn" date, "isBefore" boolean, "lastOn" date,
        "dueOn" date, addressee text)
      where p.tenant_id = ${ctx.tenant.id} and p.id = s.id`.execute(tx.db);
  }
  await setState(ctx, tx, dropped, 'dropped');
  const over = revived.filter(({ isOver }) => isOver).map(({ id }) => id);
  const open = revived.filter(({ isOver }) => !isOver).map(({ id }) => id);
  await setState(ctx, tx, over, 'past');
  await setState(ctx, tx, open, 'open');
  await recordReports(ctx, tx, [
    ...changed.filter(({ isTold }) => isTold).map(({ id }) => ({ periodId: id, kind: 'amended' as const })),
    ...dropped.map((id) => ({ periodId: id, kind: 'dropped' as const })),
    ...revived.map(({ id }) => ({ periodId: id, kind: 'ordered-again' as const })),
  ]);
}

async function setState(ctx: Ctx, tx: Act, ids: readonly string[], state: PeriodState): Promise<void> {
  if (ids.length === 0) return;
  await tx.db
    .updateTable('planning.report_period')
    .set((eb) => ({ state, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', ctx.tenant.id)
    .where('id', 'in', [...ids])
    .execute();
}

/** Units that came to the office since: they report for what is open, unless people have said who does. */
async function missingReports(
  ctx: Ctx,
  tx: Act,
  plan: PlanToMake,
  regimes: readonly ReportRegime[],
): Promise<{ periodId: string; unitId: string }[]> {
  const { rows } = await sql<{ id: string; regime_id: string; unit_ids: string[] }>`
    select p.id, p.regime_id, array_remove(array_agg(h.unit_id), null) as unit_ids
    from planning.report_period p
    left join planning.report_hand_in h on h.tenant_id = p.tenant_id and h.period_id = p.id
    where p.tenant_id = ${ctx.tenant.id} and p.source_id = ${plan.sourceId} and p.state = 'open'
      and not 'units' = any(p.by_hand)
    group by p.tenant_id, p.id`.execute(tx.db);
  if (rows.length === 0) return [];
  const reporters = await findReporters(
    ctx,
    regimes.map(({ reporter }) => reporter),
  );
  const words = new Map<string, string | null>(regimes.map(({ id, reporter }) => [id, reporter]));
  return rows.flatMap(({ id, regime_id, unit_ids }) =>
    reporters(words.get(regime_id) ?? null)
      .filter((unitId) => !unit_ids.includes(unitId))
      .map((unitId) => ({ periodId: id, unitId })),
  );
}
