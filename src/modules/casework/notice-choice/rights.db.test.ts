import { beforeAll, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import type { Id } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import {
  allPowerful,
  asAnybody,
  attempt,
  doesWhatIsAllowed,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import type { ChoiceOwner } from './choice-owner.ts';
import { setChoice, takeBackChoice } from './commands.server.ts';
import * as policy from './policy.ts';
import { effectiveChoices } from './effective.server.ts';
import { getUnit, listDefaults } from './queries.server.ts';

const acts = ['casework.notice-choice.set', 'casework.notice-choice.take-back'];
let place: { services: Awaited<ReturnType<typeof testServices>>; tenant: { id: Id<'tenant'> } };
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let units: Map<string, ChoiceOwner>;
let officerIds: Id<'officer'>[];

beforeAll(async () => {
  const services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  place = { services, tenant: home.tenant };
  units = new Map([...home.units.values()].map((id) => [id, { layer: 'unit', unitId: id }] as const));
  officerIds = [...home.people.values()].flatMap(({ officerId }) => officerId ?? []);
});

it('shows the units for which somebody may speak', async () => {
  const drawn = { acts, unitIds: [...units.keys()] as Id<'unit'>[] };
  await showsWhatMayBeRead({ ...place, tenant: home.tenant }, drawn, {
    records: units,
    mayRead: (actor, owner) => policy.set(actor, owner).allowed,
    shown: async (ctx) => (await listDefaults(ctx)).flatMap(({ unitId }) => unitId ?? []),
  });
});

it('is said for a unit by whoever may, and never from elsewhere', async () => {
  const drawn = { acts, unitIds: [...units.keys()] as Id<'unit'>[] };
  await doesWhatIsAllowed({ ...place, tenant: home.tenant }, away.tenant, drawn, {
    records: units,
    deeds: [
      {
        name: 'set',
        may: (actor, owner) => policy.set(actor, owner).allowed,
        run: async (ctx, id) => {
          const { id: unitId } = await getUnit(ctx, id);
          return setChoice(ctx, { layer: 'unit', unitId }, { chosen: {}, version: 0 });
        },
      },
    ],
  });
});

it('is said for oneself alone, and for the office by whoever may for all', async () => {
  const owners: ChoiceOwner[] = [
    { layer: 'office' },
    ...officerIds.map((officerId): ChoiceOwner => ({ layer: 'person', officerId })),
  ];
  for (const scope of ['own', 'unit', 'all', undefined] as const) {
    const grants = new Map(scope ? acts.map((act) => [act, scope] as const) : []);
    const actor = { ...allPowerful({ acts: [] }), officerId: officerIds[0] ?? null, grants };
    for (const owner of owners) {
      const where = { ...place, tenant: home.tenant };
      const set = await attempt(where, actor, (ctx) => setChoice(ctx, owner, { chosen: {}, version: 0 }));
      expect(set).toBe(policy.set(actor, owner).allowed ? 'allowed' : 'forbidden');
      const back = await attempt(where, actor, (ctx) => takeBackChoice(ctx, owner, 0));
      expect(back).toBe(policy.takeBack(actor, owner).allowed ? 'allowed' : 'forbidden');
    }
  }
});

it('says nothing to another commune', async () => {
  await home.as(home.signIn('admin'), 'write', (ctx) =>
    setChoice(ctx, { layer: 'office' }, { chosen: { lateEvery: 9 }, version: 0 }),
  );
  const [id] = [...away.people.values()].flatMap(({ officerId }) => officerId ?? []);
  const theirs = await asAnybody({ ...place, tenant: away.tenant }, allPowerful({ acts: [] }), (ctx) =>
    effectiveChoices(ctx.db, ctx.tenant.id, id ? [id] : []),
  );
  expect([...theirs.values()].map(({ lateEvery }) => lateEvery)).toEqual([2]);
});
