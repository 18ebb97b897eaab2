import { expect, it } from 'vitest';
import { plainDate } from '#platform/clock/plain-date.ts';
import { testServices } from '#platform/db/testing.ts';
import { allPowerful, attempt } from '#platform/session/testing-rights.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { setLeadership } from './commands.server.ts';
import * as policy from './policy.ts';
import { findLeadership, listLeadershipVersions } from './queries.server.ts';

const day = plainDate('2030-05-12');

it('is said by whoever may, and read in its own office alone', async () => {
  const services = await testServices();
  const [home, away] = [await testTenant(services), await testTenant(services)];
  const chairId = home.people.get(home.signIn('leader'))?.officerId ?? null;
  const given = { chairId, inChargeOf: new Map(), validFrom: day, version: 0 };
  for (const scope of ['own', 'unit', 'all', undefined] as const) {
    const grants = new Map(scope ? [['directory.leadership.set', scope] as const] : []);
    const actor = { ...allPowerful({ acts: [] }), grants };
    expect(await attempt({ services, tenant: home.tenant }, actor, (ctx) => setLeadership(ctx, given))).toBe(
      policy.set(actor).allowed ? 'allowed' : 'forbidden',
    );
  }
  await home.as(home.signIn('admin'), 'write', (ctx) => setLeadership(ctx, given));
  const seen = (place: typeof home) =>
    place.as(place.signIn('officer'), 'read', async (ctx) => ({
      chair: (await findLeadership(ctx, day)).chairId,
      versions: (await listLeadershipVersions(ctx)).length,
    }));
  expect(await seen(home)).toEqual({ chair: chairId, versions: 1 });
  expect(await seen(away)).toEqual({ chair: null, versions: 0 });
});
