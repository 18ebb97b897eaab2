import fc from 'fast-check';
import { expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { anybody, asAnybody } from '#platform/session/testing-rights.ts';
import { confirmContact as confirmed } from '../delivery/fixtures.ts';
import * as policy from './policy.ts';
import { listOwnContacts } from './queries.server.ts';

it('shows everybody their own addresses and nobody those of another', async () => {
  const services = await testServices();
  const home = await testTenant(services);
  const mail = 'chi-minh-toi@xa.example.vn';
  const owner = await confirmed(home, home.signIn('officer'), mail);
  const officerIds = [...home.people.values()].flatMap((one) => one.officerId ?? []);
  const place = { services, tenant: home.tenant };
  await fc.assert(
    fc.asyncProperty(anybody({ acts: ['casework.delivery.read'], officerIds }), async (actor) => {
      if (!policy.lookAfterOwn(actor).allowed) return;
      const seen = await asAnybody(place, actor, listOwnContacts);
      expect(seen.some((one) => one.address === mail)).toBe(actor.officerId === owner);
    }),
    { numRuns: 40 },
  );
});
