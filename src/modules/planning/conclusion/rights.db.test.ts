import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { anybody, asAnybody, attempt } from '#platform/session/testing-rights.ts';
import { createConclusion } from './commands.server.ts';
import { meeting, plantConclusion, taskLine } from './fixtures.ts';
import { addLines } from './line-commands.server.ts';
import * as policy from './policy.ts';
import { listConclusions } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let id = '';

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  id = (await home.as(home.signIn('focal'), 'write', plantConclusion))['/ket-luan'];
});

it('shows each person just what the policy lets read, and does just what it allows', async () => {
  const unitIds = [...home.units.values()];
  const acts = ['read', 'create', 'add-lines'].map((verb) => `planning.conclusion.${verb}`);
  const place = { services, tenant: home.tenant };
  await fc.assert(
    fc.asyncProperty(anybody({ acts, unitIds }), fc.constantFrom(...unitIds), async (actor, unit) => {
      const seen = await asAnybody(place, actor, listConclusions);
      expect(seen.length > 0).toBe(policy.read(actor).allowed);
      const mayCreate = policy.may(actor, 'create').allowed;
      expect(await attempt(place, actor, (ctx) => createConclusion(ctx, meeting()))).toBe(
        mayCreate ? 'allowed' : 'forbidden',
      );
      const came = await attempt(place, actor, (ctx) =>
        addLines(ctx, id, [taskLine({ title: 'Việc', leadUnitId: unit })]),
      );
      const mayAdd = policy.read(actor).allowed && policy.charge(actor, 'add-lines', unit).allowed;
      expect(came === 'allowed').toBe(mayAdd);
    }),
    { numRuns: 40 },
  );
});
