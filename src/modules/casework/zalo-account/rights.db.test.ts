import fc from 'fast-check';
import { expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { anybody, attempt } from '#platform/session/testing-rights.ts';
import * as policy from './policy.ts';
import { findShownAccount } from './queries.server.ts';

it('is shown to whoever may set it', async () => {
  const services = await testServices();
  const home = await testTenant(services);
  const acts = ['casework.zalo-account.set', 'casework.zalo-account.remove'];
  await fc.assert(
    fc.asyncProperty(anybody({ acts }), async (actor) => {
      const came = await attempt({ services, tenant: home.tenant }, actor, findShownAccount);
      expect(came).toBe(policy.set(actor).allowed ? 'allowed' : 'forbidden');
    }),
    { numRuns: 30 },
  );
});
