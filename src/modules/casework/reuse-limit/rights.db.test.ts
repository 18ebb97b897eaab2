import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { allPowerful, asAnybody, attempt } from '#platform/session/testing-rights.ts';
import { setReuseLimit } from './commands.server.ts';
import * as policy from './policy.ts';
import { findReuseLimit } from './queries.server.ts';
import { usualReuseLimit } from './reuse-limit.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
});

it('is set by those who may, for their own office', async () => {
  for (const scope of ['own', 'unit', 'all'] as const) {
    const actor = { ...allPowerful({ acts: [] }), grants: new Map([['casework.reuse-limit.set', scope]]) };
    const came = await attempt({ services, tenant: home.tenant }, actor, (ctx) => setReuseLimit(ctx, 9));
    expect(came).toBe(policy.set(actor).allowed ? 'allowed' : 'forbidden');
  }
  const limitOf = (where: typeof home) =>
    asAnybody({ services, tenant: where.tenant }, allPowerful({ acts: [] }), findReuseLimit);
  expect(await limitOf(away)).toBe(usualReuseLimit);
});
