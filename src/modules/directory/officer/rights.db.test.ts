import { beforeAll, describe, expect, it } from 'vitest';
import { testServices } from '#platform/db/testing.ts';
import {
  allPowerful,
  asAnybody,
  attempt,
  doesWhatIsAllowed,
  type Drawn,
} from '#platform/session/testing-rights.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { editOfficer, endOfficer, moveOfficer, restoreOfficer } from './administer.server.ts';
import { createOfficer } from './commands.server.ts';
import { getKeptOfficer, listKeptOfficers } from './kept.server.ts';
import { officerRows } from './listed.server.ts';
import * as policy from './policy.ts';
import { listOfficers } from './queries.server.ts';

const from: Drawn = {
  acts: ['create', 'edit', 'move', 'end', 'restore'].map((verb) => `directory.officer.${verb}`),
};

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let ids: readonly string[];

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  ids = [...home.people.values()].flatMap((one) => one.officerId ?? []);
});

describe('officers', () => {
  it('are administered as the policy says, and from no other commune', async () => {
    const [unitId] = home.units.values();
    if (!unitId) throw new Error('no unit');
    const post = { unitId, positionTitle: 'Công chức', isHead: false };
    await doesWhatIsAllowed({ services, tenant: home.tenant }, away.tenant, from, {
      records: new Map(ids.map((id) => [id, { id }])),
      deeds: [
        {
          name: 'edit',
          may: (actor) => policy.edit(actor).allowed,
          run: (ctx, id) => editOfficer(ctx, id, { ...post, fullName: 'Tên Khác' }),
        },
        {
          name: 'move',
          may: (actor) => policy.move(actor).allowed,
          run: (ctx, id) => moveOfficer(ctx, id, post),
        },
        {
          name: 'end',
          may: (actor) => policy.end(actor).allowed,
          run: (ctx, id) => endOfficer(ctx, id, ctx.clock.today()),
        },
        { name: 'restore', may: (actor) => policy.restore(actor).allowed, run: restoreOfficer },
      ],
    });
  });

  it('are entered by those who may', async () => {
    const [unitId] = home.units.values();
    if (!unitId) throw new Error('no unit');
    const officer = { fullName: 'Người Mới', unitId, positionTitle: '', isHead: false };
    for (const scope of ['all', 'unit', 'own'] as const) {
      const actor = { ...allPowerful({ acts: [] }), grants: new Map([['directory.officer.create', scope]]) };
      const came = await attempt({ services, tenant: home.tenant }, actor, (ctx) =>
        createOfficer(ctx, officer),
      );
      expect(came).toBe(policy.create(actor).allowed ? 'allowed' : 'forbidden');
    }
  });

  it('show names and posts to everybody of the commune, and nothing to another', async () => {
    const nobody = allPowerful({ acts: [] });
    const shown = (where: typeof home) =>
      asAnybody({ services, tenant: where.tenant }, nobody, async (ctx) =>
        (await listOfficers(ctx)).map((one) => one.id),
      );
    expect((await shown(home)).sort()).toEqual([...ids].sort());
    expect((await shown(away)).filter((id) => ids.includes(id))).toEqual([]);
  });

  it('show accounts and those who have left to administrators of the commune alone', async () => {
    const list = (where: typeof home, acts: readonly string[]) =>
      attempt({ services, tenant: where.tenant }, allPowerful({ acts }), (ctx) =>
        listKeptOfficers(ctx, { 'trang-thai': 'con' }),
      );
    expect(await list(home, [])).toBe('forbidden');
    expect(await list(home, ['directory.officer.edit'])).toBe('allowed');
    const everything = allPowerful(from);
    const there = { services, tenant: away.tenant };
    expect(await asAnybody(there, everything, (ctx) => officerRows.find(ctx, ids))).toEqual([]);
    const here = { services, tenant: home.tenant };
    expect(await attempt(here, allPowerful({ acts: [] }), (ctx) => officerRows.find(ctx, ids))).toBe(
      'forbidden',
    );
    for (const id of ids) {
      const came = await attempt({ services, tenant: away.tenant }, everything, (ctx) =>
        getKeptOfficer(ctx, id),
      );
      expect(came).toBe('not-found');
    }
  });
});
