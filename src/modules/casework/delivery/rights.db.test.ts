import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { allPowerful, anybody, asAnybody, attempt } from '#platform/session/testing-rights.ts';
import { sendAgain, tryChannel } from './commands.server.ts';
import { deliveryRows } from './listed.server.ts';
import * as policy from './policy.ts';
import { queueLetters } from './queue.server.ts';
import { listChannels, listClosedWays } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;

const acts = ['casework.delivery.read', 'casework.delivery.send-again', 'casework.delivery.try'];

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  await home.as(home.signIn('admin'), 'write', async (ctx) => {
    if (!ctx.writer) throw new Error('queued in a writing step');
    await queueLetters(ctx.writer, ctx.tenant.id, ctx.clock.now(), [
      {
        officerId: home.people.get(home.signIn('officer'))?.officerId as Id<'officer'>,
        channel: 'mail',
        kind: 'digest',
        words: { subject: 's', text: 'x' },
        notBefore: ctx.clock.now(),
        dedupeKey: 'một',
      },
    ]);
  });
});

it('letters are seen by whoever may, of their own office alone', async () => {
  const filter = { search: '', clauses: [] };
  await fc.assert(
    fc.asyncProperty(anybody({ acts }), async (actor) => {
      const place = { services, tenant: home.tenant };
      const { rows } = await asAnybody(place, actor, (ctx) => deliveryRows.count(ctx, filter));
      expect(rows).toBe(policy.read(actor).allowed ? 1 : 0);
      expect(await attempt(place, actor, listChannels)).toBe(
        policy.read(actor).allowed ? 'allowed' : 'forbidden',
      );
      expect(await asAnybody(place, actor, listClosedWays)).toEqual([]);
      expect(await attempt(place, actor, (ctx) => tryChannel(ctx, 'mail'))).toBe(
        policy.tryOut(actor).allowed ? 'allowed' : 'forbidden',
      );
      const unknown = '0197a000-0000-7000-8000-000000000001';
      expect(await attempt(place, actor, (ctx) => sendAgain(ctx, unknown))).toBe(
        policy.sendAgain(actor).allowed ? 'not-found' : 'forbidden',
      );
    }),
    { numRuns: 40 },
  );
  const stranger = await asAnybody({ services, tenant: away.tenant }, allPowerful({ acts }), (ctx) =>
    deliveryRows.count(ctx, filter),
  );
  expect(stranger.rows).toBe(0);
});

it('are found by the name of whom they go to, without marks', async () => {
  const found = async (search: string) => {
    const counted = await home.as(home.signIn('admin'), 'read', (ctx) =>
      deliveryRows.count(ctx, { search, clauses: [] }),
    );
    return counted.rows;
  };
  const all = await found('');
  expect(all).toBeGreaterThan(0);
  expect([await found('nguoi'), await found('Người'), await found('khong ai ca')]).toEqual([all, all, 0]);
});
