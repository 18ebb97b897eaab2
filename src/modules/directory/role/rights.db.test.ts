import { beforeAll, describe, expect, it } from 'vitest';
import { testServices } from '#platform/db/testing.ts';
import {
  allPowerful,
  asAnybody,
  attempt,
  doesWhatIsAllowed,
  type Drawn,
} from '#platform/session/testing-rights.ts';
import type { Ctx } from '#platform/session/ctx.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { createRole, editRole, endRole, restoreRole } from './commands.server.ts';
import { roleRows } from './listed.server.ts';
import * as policy from './policy.ts';
import { getRole, listRoles } from './queries.server.ts';

const from: Drawn = { acts: ['create', 'edit', 'end', 'restore'].map((verb) => `directory.role.${verb}`) };

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let ids: readonly string[];

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  ids = (await home.as(home.signIn('admin'), 'read', listRoles)).map((role) => role.id);
});

describe('roles', () => {
  it('are changed as the policy says, and from no other commune', async () => {
    const to = { name: 'Tên khác', grants: new Map() };
    await doesWhatIsAllowed({ services, tenant: home.tenant }, away.tenant, from, {
      records: new Map(ids.map((id) => [id, { id }])),
      deeds: [
        { name: 'edit', may: (actor) => policy.edit(actor).allowed, run: (ctx, id) => editRole(ctx, id, to) },
        { name: 'end', may: (actor) => policy.end(actor).allowed, run: endRole },
        { name: 'restore', may: (actor) => policy.restore(actor).allowed, run: restoreRole },
      ],
    });
  });

  it('are made by those who may', async () => {
    for (const scope of ['all', 'unit', 'own'] as const) {
      const actor = { ...allPowerful({ acts: [] }), grants: new Map([['directory.role.create', scope]]) };
      const came = await attempt({ services, tenant: home.tenant }, actor, (ctx) =>
        createRole(ctx, { name: 'Vai trò mới', grants: new Map() }),
      );
      expect(came).toBe(policy.create(actor).allowed ? 'allowed' : 'forbidden');
    }
  });

  it('of one commune are not seen from another', async () => {
    const everything = allPowerful(from);
    const found = await asAnybody({ services, tenant: away.tenant }, everything, (ctx) =>
      roleRows.find(ctx, ids),
    );
    expect(found).toEqual([]);
    const list = (ctx: Ctx) => roleRows.find(ctx, ids);
    const nobody = allPowerful({ acts: [] });
    expect(await attempt({ services, tenant: home.tenant }, nobody, list)).toBe('forbidden');
    const there = await asAnybody({ services, tenant: away.tenant }, everything, listRoles);
    expect(there.filter((role) => ids.includes(role.id))).toEqual([]);
    for (const id of ids) {
      const came = await attempt({ services, tenant: away.tenant }, everything, (ctx) => getRole(ctx, id));
      expect(came).toBe('not-found');
    }
  });
});
