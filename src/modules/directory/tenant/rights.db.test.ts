import { beforeAll, describe, expect, it } from 'vitest';
import { builtInRoles } from '../account/role.ts';
import { testServices } from '#platform/db/testing.ts';
import { allPowerful, asAnybody, attempt } from '#platform/session/testing-rights.ts';
import { createTenant, editSettings } from './commands.server.ts';
import { setUpTenant, type StandingTenant, testTenant } from './fixtures.ts';
import * as policy from './policy.ts';
import { getSettings, listCommunesOfProvince } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let province: StandingTenant;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  province = await setUpTenant(services, {
    kind: 'province',
    name: 'tỉnh Thử',
    level: 'tinh',
    slug: 'tinh-thu-quyen',
    provinceName: 'Tỉnh Thử',
    parentId: null,
    isDemo: true,
    units: [],
    people: [],
  });
  home = await testTenant(services, province.tenant.id);
  away = await testTenant(services);
});

const everything = allPowerful({
  acts: Object.values(builtInRoles).flatMap((grants) => Object.keys(grants)),
});

describe('tenants', () => {
  it('are set up by no person, whatever their grants', async () => {
    const grants = new Map([...everything.grants, ['directory.tenant.create', 'all' as const]]);
    const came = await attempt({ services, tenant: home.tenant }, { ...everything, grants }, (ctx) =>
      createTenant(ctx, { parentId: null, provinceName: 'Tỉnh Thử' }),
    );
    expect(came).toBe('forbidden');
  });

  it('are named as the policy says, the own one alone', async () => {
    const to = { name: 'xã Tên Khác', address: '', phone: '', email: '' };
    for (const scope of ['all', 'unit', 'own'] as const) {
      const actor = { ...everything, grants: new Map([['directory.tenant.edit', scope]]) };
      const came = await attempt({ services, tenant: home.tenant }, actor, (ctx) => editSettings(ctx, to));
      expect(came).toBe(policy.edit(actor).allowed ? 'allowed' : 'forbidden');
    }
    const seen = await asAnybody({ services, tenant: home.tenant }, everything, async (ctx) => {
      await editSettings(ctx, to);
      const { rows } = await services.migrator.query<{ name: string }>(
        'select name from directory.tenant where id = $1',
        [away.tenant.id],
      );
      return [(await getSettings(ctx)).name, rows[0]?.name];
    });
    expect(seen).toEqual([to.name, away.tenant.name]);
  });

  it('of a province are its own communes, and a commune has none', async () => {
    const listed = (where: { tenant: typeof home.tenant }) =>
      asAnybody({ services, tenant: where.tenant }, everything, listCommunesOfProvince);
    expect((await listed(province)).map((one) => one.id)).toEqual([home.tenant.id]);
    expect(await listed(home)).toEqual([]);
  });
});
