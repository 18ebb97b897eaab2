import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { addDays } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import {
  allPowerful,
  asAnybody,
  attempt,
  doesWhatIsAllowed,
  type Drawn,
} from '#platform/session/testing-rights.ts';
import { removeOwnDay, restoreOwnDay, setOwnDays } from './commands.server.ts';
import * as policy from './policy.ts';
import { getOwnDay, listOwnDays, loadOfficeCalendar } from './queries.server.ts';

const from: Drawn = { acts: ['set', 'remove', 'restore'].map((verb) => `calendar.own-day.${verb}`) };

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let ids: readonly string[];

const today = () => services.clock.today();

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  await home.as(home.signIn('admin'), 'write', (ctx) =>
    setOwnDays(ctx, { offOn: today(), workOn: undefined, reason: 'mất điện' }),
  );
  ids = (await home.as(home.signIn('admin'), 'read', listOwnDays)).map((day) => day.id);
});

describe("the office's own days", () => {
  it('are changed as the policy says, and from no other commune', async () => {
    expect(ids).toHaveLength(1);
    await doesWhatIsAllowed({ services, tenant: home.tenant }, away.tenant, from, {
      records: new Map(ids.map((id) => [id, { id }])),
      deeds: [
        { name: 'remove', may: (actor) => policy.remove(actor).allowed, run: removeOwnDay },
        { name: 'restore', may: (actor) => policy.restore(actor).allowed, run: restoreOwnDay },
      ],
    });
  });

  it('are set by those who may', async () => {
    for (const scope of ['all', 'unit', 'own'] as const) {
      const actor = { ...allPowerful({ acts: [] }), grants: new Map([['calendar.own-day.set', scope]]) };
      const came = await attempt({ services, tenant: home.tenant }, actor, (ctx) =>
        setOwnDays(ctx, { offOn: addDays(today(), 1), workOn: undefined, reason: 'x' }),
      );
      expect(came).toBe(policy.set(actor).allowed ? 'allowed' : 'forbidden');
    }
  });

  it('bind everybody of the office, and no other office', async () => {
    const nobody = allPowerful({ acts: [] });
    const isClosed = (where: typeof home) =>
      asAnybody(
        { services, tenant: where.tenant },
        nobody,
        async (ctx) => (await loadOfficeCalendar(ctx)).rules.get(today())?.kind,
      );
    expect([await isClosed(home), await isClosed(away)]).toEqual(['off', undefined]);
    for (const id of ids) {
      const came = await attempt({ services, tenant: away.tenant }, allPowerful(from), (ctx) =>
        getOwnDay(ctx, id),
      );
      expect(came).toBe('not-found');
    }
  });
});
