import { expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import type { Actor, Scope } from '#platform/session/actor.ts';
import { allPowerful, attempt } from '#platform/session/testing-rights.ts';
import { drawLadder, switchLadderOff } from './commands.server.ts';
import { usualSteps } from './escalation.ts';
import * as policy from './policy.ts';
import { listLadders } from './queries.server.ts';

const acts = ['planning.escalation.read', 'planning.escalation.draw', 'planning.escalation.switch'];

/** Somebody with each selection of the grants that matter. */
const actors: readonly Actor[] = Array.from({ length: 2 ** acts.length }, (_, chosen) => ({
  ...allPowerful({ acts: [] }),
  grants: new Map<string, Scope>(acts.filter((_act, at) => chosen & (2 ** at)).map((act) => [act, 'all'])),
}));

it('is drawn and switched by whoever may', async () => {
  const services = await testServices();
  const home = await testTenant(services);
  const place = { services, tenant: home.tenant };
  const came = (isAllowed: boolean) => (isAllowed ? 'allowed' : 'forbidden');
  for (const actor of actors) {
    expect(await attempt(place, actor, (ctx) => drawLadder(ctx, { steps: usualSteps, version: 0 }))).toBe(
      came(policy.draw(actor).allowed),
    );
    expect(await attempt(place, actor, (ctx) => switchLadderOff(ctx))).toBe(came(policy.turn(actor).allowed));
  }
});

it('is of its own office alone', async () => {
  const services = await testServices();
  const [home, away] = [await testTenant(services), await testTenant(services)];
  await home.as(home.signIn('leader'), 'write', (ctx) => drawLadder(ctx, { steps: usualSteps, version: 0 }));
  const seen = (place: typeof home) =>
    place.as(place.signIn('leader'), 'read', async (ctx) => (await listLadders(ctx)).length);
  expect([await seen(home), await seen(away)]).toEqual([1, 0]);
});
