import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { receivedPaper } from '#modules/casework/evidence/fixtures.ts';
import { anybody, asAnybody, attempt } from '#platform/session/testing-rights.ts';
import type { Id } from '#platform/db/id.ts';
import { plantConclusion } from '../conclusion/fixtures.ts';
import { askReading } from './commands.server.ts';
import { plantReading } from './fixtures.ts';
import * as policy from './policy.ts';
import { findLastReading, getReading } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let id: Id<'conclusion'>;
let planted: Awaited<ReturnType<typeof plantReading>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  const file = await receivedPaper(services.files, home.tenant.id, 'kết luận');
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    id = (await plantConclusion(ctx))['/ket-luan'] as Id<'conclusion'>;
    planted = await plantReading(ctx, id, file);
  });
});

it('shows each person just what the policy lets read, and does just what it allows', async () => {
  const acts = ['read', 'read-file', 'add-lines'].map((verb) => `planning.conclusion.${verb}`);
  const owner = home.people.get(home.signIn('focal'))?.accountId ?? '';
  const place = { services, tenant: home.tenant };
  await fc.assert(
    fc.asyncProperty(
      anybody({ acts, unitIds: [...home.units.values()] }),
      fc.boolean(),
      async (drawn, isOwner) => {
        const actor = isOwner ? { ...drawn, accountId: owner as Id<'account'> } : drawn;
        const mayRead = policy.read(actor, { accountId: owner }).allowed;
        const seen = await asAnybody(place, actor, (ctx) => findLastReading(ctx, id));
        expect(seen !== undefined).toBe(mayRead);
        const got = await attempt(place, actor, (ctx) => getReading(ctx, id, planted.reading));
        expect(got).toBe(mayRead ? 'allowed' : 'not-found');
        if (isOwner) return;
        const readsAll = actor.grants.get('planning.conclusion.read') === 'all';
        const came = await attempt(place, actor, (ctx) => askReading(ctx, id, planted.attachment));
        expect(came).toBe(!readsAll ? 'not-found' : policy.ask(actor).allowed ? 'allowed' : 'forbidden');
      },
    ),
    { numRuns: 40 },
  );
});
