import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plainDate } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import {
  allPowerful,
  attempt,
  doesWhatIsAllowed,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import { discardPeriod, reopenPeriod, restorePeriod, sendOn } from './commands/close.server.ts';
import { editPeriod } from './commands/edit.server.ts';
import { makePeriodsOf } from './commands/make-periods.server.ts';
import { orderReport } from './commands/order.server.ts';
import { setDayOffRule } from './commands/set-rule.server.ts';
import { onDay, plantPeriods } from './fixtures.ts';
import { periodRows } from './listed.server.ts';
import { periodListShape } from './period-list.ts';
import { listPeriodNames } from './period-names.server.ts';
import * as policy from './policy.ts';
import { getPeriod, listNextPeriods, listPeriodsOfYear } from './queries.server.ts';
import type { ReportPeriod } from './report-period.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: typeof home;
let from: Drawn;
let records: ReadonlyMap<string, ReportPeriod>;
let planId: Awaited<ReturnType<typeof plantPeriods>>['planId'];

const verbs = ['read', 'add', 'edit', 'discard', 'restore', 'send-on', 'reopen', 'set-rule', 'make'];
const day = '2026-02-03';

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const planted = await plantPeriods(home);
  planId = planted.planId;
  records = new Map(planted.periods.map((period) => [period.id, period]));
  from = {
    acts: [...verbs.map((verb) => `planning.report-period.${verb}`), 'planning.plan.read'],
    unitIds: [...home.units.values()],
  };
});

it('shows the whole calendar to whoever may read it, in every query', async () => {
  const place = { services, tenant: home.tenant };
  const whole = { search: '', clauses: [], sort: { by: periodListShape.sorts[0] ?? '', isDown: false } };
  const queries: readonly ((ctx: Ctx) => Promise<readonly { id: string }[]>)[] = [
    (ctx) => listPeriodsOfYear(ctx, 2026),
    (ctx) => listNextPeriods(onDay(ctx, day), 10),
    (ctx) => listPeriodNames(ctx),
    async (ctx) => (await periodRows.page(ctx, { ...whole, cursor: undefined })).rows,
  ];
  for (const query of queries) {
    await showsWhatMayBeRead(place, from, {
      records,
      mayRead: (actor) => policy.read(actor).allowed,
      shown: async (ctx) => (await query(ctx)).map(({ id }) => id),
    });
  }
});

it('lets each person do just what the policy says, and nobody from another commune', async () => {
  const given = {
    dataFrom: null,
    dataTo: null,
    lastOn: null,
    addressee: null,
    unitIds: [],
    reason: 'x',
    version: 1,
  };
  const sent = { number: '1', on: plainDate('2026-02-01'), to: 'x', version: 1 };
  const run: Readonly<Record<policy.PeriodDeed, (ctx: Ctx, id: string) => Promise<unknown>>> = {
    edit: (ctx, id) => editPeriod(ctx, id, given),
    discard: (ctx, id) => discardPeriod(ctx, id, 'x'),
    restore: (ctx, id) => restorePeriod(ctx, id),
    'send-on': (ctx, id) => sendOn(onDay(ctx, day), id, sent),
    reopen: (ctx, id) => reopenPeriod(ctx, id),
  };
  // A state that is wrong for a deed is refused by the rules, not by the rights.
  const holds = (actor: Actor, name: policy.PeriodDeed, period: ReportPeriod) => {
    const decision = policy.may(actor, name, period);
    return decision.allowed || decision.reason === 'wrong-state';
  };
  await doesWhatIsAllowed<ReportPeriod>({ services, tenant: home.tenant }, away.tenant, from, {
    records,
    deeds: [
      ...policy.periodDeeds.map((name) => ({
        name,
        may: (actor: Actor, period: ReportPeriod) => holds(actor, name, period),
        run: run[name],
      })),
      { name: 'read', may: (actor: Actor) => policy.read(actor).allowed, run: getPeriod },
    ],
  });
});

it('lets those order, set the rule and make periods who hold it', async () => {
  const order = {
    title: 'x',
    document: { number: '1', on: plainDate('2026-02-01'), issuer: 'x' },
    dataFrom: null,
    dataTo: null,
    lastOn: plainDate('2026-02-10'),
    addressee: null,
    unitIds: [...home.units.values()],
  };
  const deeds = [
    [policy.add, 'add', (ctx: Ctx) => orderReport(onDay(ctx, day), order)],
    [policy.setRule, 'set-rule', (ctx: Ctx) => setDayOffRule(ctx, { rule: 'before', version: 0 })],
    [policy.make, 'make', (ctx: Ctx) => makePeriodsOf(ctx, planId)],
  ] as const;
  for (const [may, verb, run] of deeds) {
    for (const isHeld of [true, false]) {
      const all = allPowerful(from);
      const grants = new Map(
        [...all.grants].filter(([act]) => isHeld || act !== `planning.report-period.${verb}`),
      );
      const actor = { ...all, grants };
      const came = await attempt({ services, tenant: home.tenant }, actor, run);
      expect([verb, came]).toEqual([verb, may(actor).allowed ? 'allowed' : 'forbidden']);
    }
  }
});
