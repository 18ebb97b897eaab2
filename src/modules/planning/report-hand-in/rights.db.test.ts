import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { NotFound } from '#platform/http/thrown.ts';
import type { Actor } from '#platform/session/actor.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import {
  asAnybody,
  doesWhatIsAllowed,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import { plantPeriods } from '../report-period/fixtures.ts';
import { countByPeriod, listEvents } from '../report-period/queries.server.ts';
import {
  acceptReport,
  askForReport,
  excuseReport,
  handIn,
  type ReportOf,
  sendReportBack,
  takeJudgementBack,
  withdrawReport,
} from './commands.server.ts';
import { reportEvidence } from './evidence-owner.server.ts';
import { handInListShape } from './hand-in-list.ts';
import { handInRows } from './listed.server.ts';
import * as policy from './policy.ts';
import { getHandIn, listHandIns } from './queries.server.ts';
import { type HandIn, type HandInDeed, handInDeeds } from './report-hand-in.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: typeof home;
let from: Drawn;
let records: ReadonlyMap<string, HandIn>;
let periodId: HandIn['period']['id'];

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const [period] = (await plantPeriods(home)).periods;
  if (!period) throw new Error('no period was made');
  periodId = period.id;
  const reports = await home.as(home.signIn('focal'), 'read', (ctx) => listHandIns(ctx, period.id));
  records = new Map(reports.map((one) => [one.id, one]));
  from = {
    acts: [
      'planning.report-period.read',
      'casework.evidence.attach',
      ...['read', ...handInDeeds].map((verb) => `planning.report-hand-in.${verb}`),
    ],
    unitIds: [...home.units.values()],
  };
});

it('shows each person just the reports of units that the policy lets them read', async () => {
  expect(records.size).toBeGreaterThan(1);
  const place = { services, tenant: home.tenant };
  const list = {
    search: '',
    clauses: [[{ field: 'ky', operator: 'is' as const, values: [periodId] }]],
    sort: { by: handInListShape.sorts[0] ?? '', isDown: true },
    cursor: undefined,
  };
  const shows = (shown: (ctx: Ctx) => Promise<readonly string[]>) =>
    showsWhatMayBeRead<HandIn>(place, from, {
      records,
      mayRead: (actor, one) => policy.read(actor, one).allowed,
      shown,
    });
  await shows(async (ctx) => (await listHandIns(ctx, periodId)).map(({ id }) => id));
  await shows(async (ctx) => (await handInRows.page(ctx, list)).rows.map(({ id }) => id));
  await shows(async (ctx) => [...(await reportEvidence.titles(ctx, [...records.keys()])).keys()]);
});

it('counts and tells only of those', async () => {
  const [, second] = [...records.values()];
  if (!second) throw new Error('one unit only');
  const grants = new Map([
    ['planning.report-period.read', 'all' as const],
    ['planning.report-hand-in.read', 'unit' as const],
  ]);
  const actor: Actor = {
    kind: 'person',
    accountId: null,
    officerId: null,
    name: 'Người thử',
    unitIds: [second.unitId],
    unitName: '',
    roles: [],
    grants,
  };
  const [counts, events] = await asAnybody({ services, tenant: home.tenant }, actor, async (ctx) => [
    (await countByPeriod(ctx, { ids: [periodId] })).get(periodId),
    await listEvents(ctx, periodId),
  ]);
  expect(counts?.expected).toBe(1);
  expect(events.every(({ unitName }) => unitName === null || unitName === second.unitName)).toBe(true);
});

it('lets each person do just what the policy says, and nobody from another commune', async () => {
  const run: Readonly<Record<HandInDeed, (ctx: Ctx, report: ReportOf) => Promise<unknown>>> = {
    'hand-in': (ctx, report) => handIn(ctx, report, 'x'),
    withdraw: withdrawReport,
    accept: acceptReport,
    'send-back': (ctx, report) => sendReportBack(ctx, report, 'x'),
    excuse: (ctx, report) => excuseReport(ctx, report, 'x'),
    'take-back': takeJudgementBack,
    ask: askForReport,
  };
  // A state that is wrong for a deed is refused by the rules, not by the rights.
  const holds = (actor: Actor, deed: HandInDeed, one: HandIn) => {
    const decision = policy.may(actor, deed, one);
    return policy.read(actor, one).allowed && (decision.allowed || decision.reason === 'wrong-state');
  };
  await doesWhatIsAllowed<HandIn>(
    { services, tenant: home.tenant },
    away.tenant,
    from,
    {
      records,
      deeds: [
        ...handInDeeds.map((name) => ({
          name,
          may: (actor: Actor, one: HandIn) => holds(actor, name, one),
          run: (ctx: Ctx, id: string) => run[name](ctx, { id, version: 1 }),
        })),
        {
          name: 'read',
          may: (actor: Actor, one: HandIn) => policy.read(actor, one).allowed,
          run: (ctx: Ctx, id: string) => reportEvidence.find(ctx, id),
        },
      ],
    },
    200,
  );
});

it('does not find ids that are none', async () => {
  for (const id of ['', 'x', "' or 1=1"])
    await expect(home.as(home.signIn('focal'), 'read', (ctx) => getHandIn(ctx, id))).rejects.toThrow(
      NotFound,
    );
});
