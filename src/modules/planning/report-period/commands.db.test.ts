import { beforeAll, describe, expect, it } from 'vitest';
import { listUnits } from '#modules/directory/index.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { acceptReport, handIn } from '../report-hand-in/commands.server.ts';
import { listHandIns } from '../report-hand-in/queries.server.ts';
import { discardPeriod, reopenPeriod, restorePeriod, sendOn } from './commands/close.server.ts';
import { editPeriod } from './commands/edit.server.ts';
import { orderReport } from './commands/order.server.ts';
import { setDayOffRule } from './commands/set-rule.server.ts';
import { onDay, plantPeriods } from './fixtures.ts';
import { makePeriodsNow } from './jobs.server.ts';
import { listReporterIds } from './listed-reporters.server.ts';
import { carryPeriods, releasePeriods } from './plan-periods.server.ts';
import { countByPeriod, getPeriod, listEvents, listPeriodsOfYear } from './queries.server.ts';
import { act } from '#platform/db/act.ts';
import { done } from '#platform/db/outcome.ts';
import { plantPapers } from '../plan/fixtures.ts';
import { newId } from '#platform/db/id.ts';

let services: Awaited<ReturnType<typeof testServices>>;

beforeAll(async () => {
  services = await testServices();
});

async function commune(day?: string) {
  const home = await testTenant(services);
  const { planId, periods } = await plantPeriods(home, day);
  const focal = <Result>(work: (ctx: Ctx) => Promise<Result>, on = '2026-02-03') =>
    home.as(home.signIn('focal'), 'write', (ctx) => work(onDay(ctx, on)));
  const q1 = periods[0];
  if (!q1) throw new Error('no period was made');
  const make = (on = '2026-02-03') =>
    home.as(home.signIn('focal'), 'write', (ctx) => makePeriodsNow((_mode, work) => work(onDay(ctx, on))));
  return { home, planId, periods, q1, focal, make };
}

const order = (units: readonly string[]) => ({
  title: 'Báo cáo đột xuất',
  document: { number: '12/SNV', on: plainDate('2026-02-01'), issuer: 'Sở Nội vụ' },
  dataFrom: null,
  dataTo: null,
  lastOn: plainDate('2026-02-10'),
  addressee: null,
  unitIds: units,
});

/** Takes the plan away as taking back does, in an act of its own. */
function inAct(ctx: Ctx, work: Parameters<typeof act<undefined, never>>[2]) {
  return act<undefined, never>(ctx, 'planning.plan-draft.take-back', async (tx) => {
    const outcome = await work(tx);
    await tx.audit({ recordKind: 'plan', recordId: newId<'plan'>(), before: null, after: null });
    return outcome;
  });
}

describe('the periods of a plan', () => {
  it('are made once with a report of each unit, those that were over as not followed', async () => {
    const { home, periods, focal, make } = await commune();
    expect(periods.map(({ kind, dueOn, state }) => [kind, dueOn, state])).toEqual([
      ['Q1', '2026-03-06', 'open'],
      ['year', '2026-12-10', 'open'],
    ]);
    await make();
    const again = await focal((ctx) => listPeriodsOfYear(ctx, 2026));
    expect(again).toEqual(periods);
    const units = await focal(async (ctx) => (await listUnits(ctx)).filter((one) => !one.isCollective));
    const reports = await focal((ctx) =>
      listHandIns(ctx, again[0]?.id ?? periods[0]?.id ?? (newId() as never)),
    );
    expect(reports.map((one) => one.unitId).toSorted()).toEqual(units.map(({ id }) => id).toSorted());
    expect(home.units.size).toBe(units.length);
    const late = await commune('2026-04-01');
    expect(late.periods.map(({ state }) => state)).toEqual(['past', 'open']);
  });

  it('go over to an amended plan with all that was handed in, and back with it', async () => {
    const { home, planId, q1, focal, make } = await commune();
    const [report] = await focal((ctx) => listHandIns(ctx, q1.id));
    await focal((ctx) => handIn(ctx, { id: report?.id ?? '', version: 1 }, 'Báo cáo 1'));
    const nextId = newId<'plan'>();
    await focal(async (ctx) => {
      const db = ctx.writer;
      if (!db) throw new Error('planting needs a writing context');
      const title = 'Kế hoạch sửa đổi';
      const row = { tenant_id: ctx.tenant.id, id: nextId, kind: 'cchc-plan', title, state: 'issued' };
      await db
        .insertInto('planning.plan')
        .values({ ...row, year_from: 2026, year_to: 2026, recipients: '[]', created_at: ctx.clock.now() })
        .execute();
      await db
        .updateTable('planning.plan')
        .set({ state: 'replaced' })
        .where('tenant_id', '=', ctx.tenant.id)
        .where('id', '=', planId)
        .execute();
      await plantPapers(ctx, nextId, { reports: [{ period: 'Q1', submitBy: '2026-03-20' }] });
      await inAct(ctx, async (tx) => {
        await carryPeriods(ctx, tx, planId, nextId);
        return done();
      });
    });
    await make();
    const carried = await focal((ctx) => getPeriod(ctx, q1.id));
    expect([carried.planId, carried.dueOn, carried.state]).toEqual([nextId, '2026-03-20', 'open']);
    expect((await focal((ctx) => listHandIns(ctx, q1.id))).map(({ state }) => state)).toContain('handed-in');
    expect((await focal((ctx) => listPeriodsOfYear(ctx, 2026))).map(({ kind }) => kind)).toEqual(['Q1']);
    // The amended plan is taken back: the first stands as before.
    await focal((ctx) =>
      inAct(ctx, async (tx) => {
        await releasePeriods(ctx, tx, nextId, planId);
        return done();
      }),
    );
    await services.migrator.query("update planning.plan set state = 'issued' where id = $1", [planId]);
    await services.migrator.query('delete from planning.report_regime where plan_id = $1', [nextId]);
    await services.migrator.query('delete from planning.plan where id = $1', [nextId]);
    await make();
    const back = await focal((ctx) => listPeriodsOfYear(ctx, 2026));
    expect(back.map(({ kind, dueOn, planId: of }) => [kind, dueOn, of])).toEqual([
      ['Q1', '2026-03-06', planId],
      ['year', '2026-12-10', planId],
    ]);
    // Without any plan what was handed in stays, and the rest goes.
    await focal((ctx) =>
      inAct(ctx, async (tx) => {
        await releasePeriods(ctx, tx, planId, null);
        return done();
      }),
    );
    const left = await focal((ctx) => listPeriodsOfYear(ctx, 2026));
    expect(left.map(({ kind, planId: of }) => [kind, of])).toEqual([['Q1', null]]);
    expect(home.units.size).toBeGreaterThan(1);
  });
});

describe('a person', () => {
  it('sets day, window and units with a reason, and the plan changes them no more', async () => {
    const { q1, focal, make } = await commune();
    const [kept] = await focal((ctx) => listReporterIds(ctx, q1.id));
    const given = {
      dataFrom: plainDate('2025-12-15'),
      dataTo: plainDate('2026-03-01'),
      lastOn: plainDate('2026-03-10'),
      addressee: 'Phòng Văn hóa',
      unitIds: [kept?.unitId ?? ''],
      reason: 'Công văn 12',
      version: q1.version,
    };
    const turned = await focal((ctx) =>
      editPeriod(ctx, q1.id, { ...given, dataTo: plainDate('2025-01-01') }),
    );
    expect(turned).toMatchObject({ ok: false, code: 'window-turned' });
    expect(await focal((ctx) => editPeriod(ctx, q1.id, given))).toMatchObject({ ok: true });
    expect(await focal((ctx) => editPeriod(ctx, q1.id, given))).toMatchObject({ code: 'changed-meanwhile' });
    expect(await focal((ctx) => editPeriod(ctx, q1.id, { ...given, version: q1.version + 1 }))).toMatchObject(
      {
        code: 'nothing-changed',
      },
    );
    await make();
    const now = await focal((ctx) => getPeriod(ctx, q1.id));
    expect([now.lastOn, now.dataFrom, now.addressee]).toEqual(['2026-03-10', '2025-12-15', 'Phòng Văn hóa']);
    expect(await focal((ctx) => listHandIns(ctx, q1.id))).toHaveLength(1);
    await focal((ctx) => handIn(ctx, { id: kept?.id ?? '', version: 1 }, 'Báo cáo'));
    const others = await focal(async (ctx) => (await listUnits(ctx)).map(({ id }) => id as string));
    const unit = others.find((id) => id !== kept?.unitId) ?? '';
    const left = await focal((ctx) =>
      editPeriod(ctx, q1.id, { ...given, unitIds: [unit], version: now.version }),
    );
    expect(left).toMatchObject({ code: 'unit-handed-in' });
  });

  it('orders a report, throws it away and brings it back with what was handed in', async () => {
    const { home, focal } = await commune();
    const units = [...home.units.values()];
    const wrong = await focal((ctx) => orderReport(ctx, order([newId()])));
    expect(wrong).toMatchObject({ code: 'unknown-choice' });
    const early = { ...order(units), lastOn: plainDate('2026-01-10') };
    expect(await focal((ctx) => orderReport(ctx, early))).toMatchObject({ code: 'due-before-document' });
    const made = await focal((ctx) => orderReport(ctx, order(units)));
    if (!made.ok) throw new Error(made.code);
    const [report] = await focal((ctx) => listHandIns(ctx, made.value));
    await focal((ctx) => handIn(ctx, { id: report?.id ?? '', version: 1 }, 'Báo cáo'));
    expect(await focal((ctx) => discardPeriod(ctx, made.value, 'nhầm'))).toMatchObject({ ok: true });
    expect(await focal((ctx) => discardPeriod(ctx, made.value, ''))).toMatchObject({ code: 'wrong-state' });
    expect(await focal((ctx) => listHandIns(ctx, made.value))).toEqual([]);
    expect(await focal((ctx) => restorePeriod(ctx, made.value))).toMatchObject({ ok: true });
    expect((await focal((ctx) => listHandIns(ctx, made.value))).map(({ state }) => state)).toContain(
      'handed-in',
    );
    const events = await focal((ctx) => listEvents(ctx, made.value));
    expect(events.map(({ kind }) => kind)).toEqual(['restored', 'discarded', 'handed-in', 'ordered']);
  });

  it('sends the report on once, which closes the period, and opens it again', async () => {
    const { q1, focal } = await commune();
    const sent = { number: '45/BC-UBND', on: plainDate('2026-02-03'), to: 'Sở Nội vụ', version: q1.version };
    const later = await focal((ctx) => sendOn(ctx, q1.id, { ...sent, on: plainDate('2026-02-04') }));
    expect(later).toMatchObject({ code: 'sent-to-come' });
    const both = await Promise.all([1, 2].map(() => focal((ctx) => sendOn(ctx, q1.id, sent))));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const [report] = await focal((ctx) => listHandIns(ctx, q1.id));
    const late = await focal((ctx) => handIn(ctx, { id: report?.id ?? '', version: 1 }, 'Báo cáo'));
    expect(late).toMatchObject({ code: 'wrong-state' });
    expect(await focal((ctx) => reopenPeriod(ctx, q1.id))).toMatchObject({ ok: true });
    expect((await focal((ctx) => getPeriod(ctx, q1.id))).sent).toBeNull();
    expect(await focal((ctx) => handIn(ctx, { id: report?.id ?? '', version: 1 }, 'Báo cáo'))).toMatchObject({
      ok: true,
    });
  });

  it('says what becomes of days off, and the open days are counted anew', async () => {
    const { home, q1, focal } = await commune();
    await focal((ctx) =>
      editPeriod(ctx, q1.id, {
        dataFrom: null,
        dataTo: null,
        lastOn: plainDate('2026-03-07'),
        addressee: null,
        unitIds: [...home.units.values()],
        reason: 'x',
        version: q1.version,
      }),
    );
    const due = async () => (await focal((ctx) => getPeriod(ctx, q1.id))).dueOn;
    expect(await due()).toBe('2026-03-07');
    expect(await focal((ctx) => setDayOffRule(ctx, { rule: 'before', version: 0 }))).toMatchObject({
      ok: true,
    });
    expect(await due()).toBe('2026-03-06');
    expect(await focal((ctx) => setDayOffRule(ctx, { rule: 'keep', version: 0 }))).toMatchObject({
      code: 'changed-meanwhile',
    });
    expect(await focal((ctx) => setDayOffRule(ctx, { rule: 'after', version: 1 }))).toMatchObject({
      ok: true,
    });
    expect(await due()).toBe('2026-03-09');
  });
});

it('counts each unit once, and as late whoever came after the day or has not come', async () => {
  const { q1, focal } = await commune();
  const [first, second] = await focal((ctx) => listHandIns(ctx, q1.id));
  await focal((ctx) => handIn(ctx, { id: first?.id ?? '', version: 1 }, 'a'), '2026-03-06');
  await focal((ctx) => acceptReport(ctx, { id: first?.id ?? '', version: 2 }), '2026-03-10');
  await focal((ctx) => handIn(ctx, { id: second?.id ?? '', version: 1 }, 'b'), '2026-03-09');
  const counts = async (on: string) =>
    (await focal((ctx) => countByPeriod(ctx, { ids: [q1.id] }), on)).get(q1.id);
  const all = (await focal((ctx) => listHandIns(ctx, q1.id))).length;
  const stood = { accepted: 1, handedIn: 1, expected: all - 2, sentBack: 0, excused: 0 };
  expect(await counts('2026-03-06')).toEqual({ ...stood, late: 1 });
  expect(await counts('2026-03-07')).toEqual({ ...stood, late: all - 1 });
});

it('finds no period of another commune', async () => {
  const [one, other] = [await commune(), await commune()];
  await expect(other.focal((ctx) => getPeriod(ctx, one.q1.id))).rejects.toThrow(NotFound);
  await expect(
    other.focal((ctx) =>
      sendOn(ctx, one.q1.id, { number: '1', on: plainDate('2026-02-01'), to: 'x', version: 1 }),
    ),
  ).rejects.toThrow(NotFound);
});
