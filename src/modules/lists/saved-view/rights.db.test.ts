import { beforeAll, describe, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { doesWhatIsAllowed, type Drawn, showsWhatMayBeRead } from '#platform/session/testing-rights.ts';
import { deleteView, restoreView, saveView } from './commands.server.ts';
import * as policy from './policy.ts';
import { getView, listViews } from './queries.server.ts';
import type { SavedView } from './saved-view.ts';

const list = '/nhiem-vu';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let from: Drawn;
let records: ReadonlyMap<string, SavedView>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const found: SavedView[] = [];
  for (const role of ['focal', 'leader'] as const) {
    for (const shared of [true, false]) {
      const form = {
        list,
        query: 'han=late',
        name: `${role} ${shared}`,
        shared,
        pinned: false,
        usual: false,
      };
      await home.as(home.signIn(role), 'write', (ctx) => saveView(ctx, form));
    }
    found.push(...(await home.as(home.signIn(role), 'read', (ctx) => listViews(ctx, list))));
  }
  records = new Map(found.map((view) => [view.id, view]));
  from = {
    acts: ['keep', 'share', 'delete', 'restore'].map((verb) => `lists.saved-view.${verb}`),
    accountIds: [...home.people.values()].flatMap((one) => one.accountId ?? []),
  };
});

const mayDo = (deed: 'remove' | 'restore') => (actor: Parameters<typeof policy.read>[0], view: SavedView) =>
  policy.read(actor, view).allowed && policy[deed](actor, view).allowed;

const place = () => ({ services, tenant: home.tenant });

describe('saved views', () => {
  it('are shown to their owner, and shared ones to the office', async () => {
    await showsWhatMayBeRead(place(), from, {
      records,
      mayRead: (actor, view) => policy.read(actor, view).allowed,
      shown: async (ctx) => (await listViews(ctx, list)).map((view) => view.id),
    });
  });

  it('are deleted and restored as the policy says, and from no other commune', async () => {
    await doesWhatIsAllowed(place(), away.tenant, from, {
      records,
      deeds: [
        { name: 'get', may: (actor, view) => policy.read(actor, view).allowed, run: getView },
        { name: 'delete', may: mayDo('remove'), run: deleteView },
        { name: 'restore', may: mayDo('restore'), run: restoreView },
      ],
    });
  });
});
