import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { asAnybody, attempt } from '#platform/session/testing-rights.ts';
import { createFeed, renewFeed, revokeFeed } from './commands.server.ts';
import * as policy from './policy.ts';
import { listFeeds } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
});

const given = { name: 'Lịch', kind: 'own', planId: null, viewId: null } as const;

it('links are seen, changed and ended by their owner alone, and made by whoever has the right', async () => {
  const place = { services, tenant: home.tenant };
  for (const [name, person] of home.people) {
    const came = await attempt(place, person, (ctx) => createFeed(ctx, given));
    expect(came).toBe(policy.may(person, 'create').allowed ? 'allowed' : 'forbidden');
    if (came === 'allowed') await home.asProven(name, (ctx) => createFeed(ctx, given));
  }
  const feeds = new Map<string, string>();
  for (const person of home.people.values()) {
    const seen = await asAnybody(place, person, listFeeds);
    for (const feed of seen) expect(feeds.has(feed.id)).toBe(false);
    for (const feed of seen) feeds.set(feed.id, person.accountId ?? '');
  }
  expect(feeds.size).toBe(
    [...home.people.values()].filter((one) => policy.may(one, 'create').allowed).length,
  );
  for (const [id, accountId] of feeds) {
    for (const person of home.people.values()) {
      const isOwner = policy.read(person, { accountId }).allowed;
      expect(isOwner).toBe(person.accountId === accountId);
      if (isOwner) continue;
      expect(await attempt(place, person, (ctx) => renewFeed(ctx, id))).not.toBe('allowed');
      expect(await attempt(place, person, (ctx) => revokeFeed(ctx, id))).not.toBe('allowed');
    }
  }
  const stranger = [...away.people.values()][0];
  if (!stranger) throw new Error('nobody away');
  const elsewhere = { services, tenant: away.tenant };
  expect(await asAnybody(elsewhere, stranger, listFeeds)).toEqual([]);
  expect(await attempt(elsewhere, stranger, (ctx) => revokeFeed(ctx, [...feeds.keys()][0] ?? ''))).not.toBe(
    'allowed',
  );
});
