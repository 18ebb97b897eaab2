import { beforeAll, describe, expect, it } from 'vitest';
import { testServices } from '#platform/db/testing.ts';
import {
  allPowerful,
  asAnybody,
  attempt,
  doesWhatIsAllowed,
  type Drawn,
} from '#platform/session/testing-rights.ts';
import { ownSort } from '#platform/list/filter.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { createUnit, createUnits, editUnit, endUnit, reorderUnit, restoreUnit } from './commands.server.ts';
import { unitRows } from './listed.server.ts';
import * as policy from './policy.ts';
import { unitListShape } from './unit-list.ts';
import { findUnitsByName, getKeptUnit, listKeptUnits, listUnits } from './queries.server.ts';

const from: Drawn = {
  acts: ['create', 'edit', 'reorder', 'end', 'restore'].map((verb) => `directory.unit.${verb}`),
};

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
});

describe('units', () => {
  it('are changed as the policy says, and from no other commune', async () => {
    const given = { name: 'Phòng Mới', isCollective: false };
    await doesWhatIsAllowed({ services, tenant: home.tenant }, away.tenant, from, {
      records: new Map([...home.units].map(([name, id]) => [id as string, { name }])),
      deeds: [
        {
          name: 'edit',
          may: (actor) => policy.edit(actor).allowed,
          run: (ctx, id) => editUnit(ctx, id, given),
        },
        {
          name: 'reorder',
          may: (actor) => policy.reorder(actor).allowed,
          run: (ctx, id) => reorderUnit(ctx, id, 'down'),
        },
        {
          name: 'end',
          may: (actor) => policy.end(actor).allowed,
          run: (ctx, id) => endUnit(ctx, id, ctx.clock.today()),
        },
        { name: 'restore', may: (actor) => policy.restore(actor).allowed, run: restoreUnit },
      ],
    });
  });

  it('are set up by those who may', async () => {
    for (const scope of ['all', 'unit', 'own'] as const) {
      const actor = { ...allPowerful({ acts: [] }), grants: new Map([['directory.unit.create', scope]]) };
      const expected = policy.create(actor).allowed ? 'allowed' : 'forbidden';
      const place = { services, tenant: home.tenant };
      expect(await attempt(place, actor, (ctx) => createUnit(ctx, { name: 'A', isCollective: false }))).toBe(
        expected,
      );
      expect(
        await attempt(place, actor, (ctx) => createUnits(ctx, [{ name: 'A', isCollective: false }])),
      ).toBe(expected);
    }
  });

  it('stand in their list for those who keep them, and in no list of another commune', async () => {
    const listed = (where: typeof home, acts: readonly string[]) =>
      attempt({ services, tenant: where.tenant }, allPowerful({ acts }), (ctx) =>
        unitRows.next(ctx, { search: '', clauses: [], sort: ownSort(unitListShape) }, undefined, 500),
      );
    expect(await listed(home, [])).toBe('forbidden');
    expect(await listed(home, ['directory.unit.edit'])).toBe('allowed');
    const there = await asAnybody({ services, tenant: away.tenant }, allPowerful(from), (ctx) =>
      unitRows.find(ctx, [...home.units.values()]),
    );
    expect(there).toEqual([]);
  });

  it('are listed to everybody of the commune, and to nobody of another', async () => {
    const nobody = allPowerful({ acts: [] });
    const seen = (where: typeof home) =>
      asAnybody({ services, tenant: where.tenant }, nobody, async (ctx) => [
        (await listUnits(ctx)).map((one) => one.id),
        (await listKeptUnits(ctx)).map((one) => one.id),
        [...(await findUnitsByName(ctx, [...home.units.keys()])).values()].map((one) => one.id),
      ]);
    const own = [...home.units.values()].sort();
    for (const ids of await seen(home)) expect([...ids].sort()).toEqual(own);
    for (const ids of await seen(away)) expect(ids.filter((id) => own.includes(id))).toEqual([]);
    for (const id of own) {
      const came = await attempt({ services, tenant: away.tenant }, nobody, (ctx) => getKeptUnit(ctx, id));
      expect(came).toBe('not-found');
    }
  });
});
