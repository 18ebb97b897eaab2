import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import {
  allPowerful,
  asAnybody,
  attempt,
  doesWhatIsAllowed,
  type Drawn,
} from '#platform/session/testing-rights.ts';
import { orderExport } from './commands.server.ts';
import type { ListExport } from './list-export.ts';
import * as policy from './policy.ts';
import { findPiece, getExport } from './queries.server.ts';

const act = 'planning.task.export';
const order = { list: '/nhiem-vu', query: '', columns: ['title'], format: 'csv', rowsExpected: 1 } as const;

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let from: Drawn;
let files: ReadonlyMap<string, Pick<ListExport, 'id' | 'accountId'>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const made = [];
  for (const role of ['focal', 'leader'] as const) {
    const outcome = await home.as(home.signIn(role), 'write', (ctx) => orderExport(ctx, act, order));
    const accountId = home.people.get(home.signIn(role))?.accountId ?? null;
    if (outcome.ok) made.push([outcome.value, { id: outcome.value, accountId }] as const);
  }
  files = new Map(made);
  from = { acts: [act], accountIds: [...home.people.values()].flatMap((one) => one.accountId ?? []) };
});

describe('a file of a list', () => {
  it('is for the person who asked for it alone, and for no other commune', async () => {
    expect(files.size).toBe(2);
    await doesWhatIsAllowed({ services, tenant: home.tenant }, away.tenant, from, {
      records: files,
      deeds: [{ name: 'get', may: (actor, file) => policy.read(actor, file).allowed, run: getExport }],
    });
    for (const { id } of files.values()) {
      const there = { services, tenant: away.tenant };
      expect(await asAnybody(there, allPowerful(from), (ctx) => findPiece(ctx, id, 0))).toBeUndefined();
    }
  });

  it('is ordered by those who hold the act', async () => {
    for (const acts of [[], [act]]) {
      const actor = allPowerful({ acts });
      const came = await attempt({ services, tenant: home.tenant }, actor, (ctx) =>
        orderExport(ctx, act, order),
      );
      expect(came).toBe(policy.make(actor, act).allowed ? 'allowed' : 'forbidden');
    }
  });
});
