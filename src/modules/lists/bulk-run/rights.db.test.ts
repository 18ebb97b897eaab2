import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { newId } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import {
  allPowerful,
  asAnybody,
  attempt,
  doesWhatIsAllowed,
  type Drawn,
} from '#platform/session/testing-rights.ts';
import type { BulkRun } from './bulk-run.ts';
import { startRun } from './commands.server.ts';
import * as policy from './policy.ts';
import { getRun, listRunRows } from './queries.server.ts';

const act = 'planning.task.assign';
const order = {
  list: '/nhiem-vu',
  act,
  deed: 'assign',
  input: {},
  targets: [{ id: newId(), label: 'Việc một' }],
};

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let from: Drawn;
let runs: ReadonlyMap<string, Pick<BulkRun, 'id' | 'accountId'>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const made = [];
  for (const role of ['focal', 'leader'] as const) {
    const outcome = await home.as(home.signIn(role), 'write', (ctx) => startRun(ctx, order));
    const accountId = home.people.get(home.signIn(role))?.accountId ?? null;
    if (outcome.ok) made.push([outcome.value, { id: outcome.value, accountId }] as const);
  }
  runs = new Map(made);
  from = { acts: [act], accountIds: [...home.people.values()].flatMap((one) => one.accountId ?? []) };
});

describe('a deed on many rows', () => {
  it('is seen by the person who began it alone, and from no other commune', async () => {
    expect(runs.size).toBe(2);
    await doesWhatIsAllowed({ services, tenant: home.tenant }, away.tenant, from, {
      records: runs,
      deeds: [{ name: 'get', may: (actor, run) => policy.read(actor, run).allowed, run: getRun }],
    });
    for (const { id } of runs.values()) {
      const there = { services, tenant: away.tenant };
      expect(await asAnybody(there, allPowerful(from), (ctx) => listRunRows(ctx, id, 'waiting'))).toEqual([]);
    }
  });

  it('is begun by those who hold the act', async () => {
    const place = { services, tenant: home.tenant };
    for (const acts of [[], [act]]) {
      const actor = allPowerful({ acts });
      const came = await attempt(place, actor, (ctx) => startRun(ctx, order));
      expect(came).toBe(policy.start(actor, act).allowed ? 'allowed' : 'forbidden');
    }
  });
});
