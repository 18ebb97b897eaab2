import { beforeAll, describe, expect, it } from 'vitest';
import { testServices } from '#platform/db/testing.ts';
import {
  attempt,
  doesWhatIsAllowed,
  type Drawn,
  showsWhatMayBeRead,
} from '#platform/session/testing-rights.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { enterOfficers } from './commands.server.ts';
import * as policy from './policy.ts';
import { listEntered } from './queries.server.ts';
import { takeBackOfficers } from './take-back.server.ts';

const from: Drawn = { acts: ['directory.officer-import.enter', 'directory.officer-import.take-back'] };
const row = {
  number: 2,
  fullName: 'Người Trong Danh Sách',
  positionTitle: '',
  unitName: 'Thôn Một',
  isHead: '',
};

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;
let records: ReadonlyMap<string, object>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  away = await testTenant(services);
  const admin = home.signIn('admin');
  await home.as(admin, 'write', (ctx) => enterOfficers(ctx, [row]));
  const lists = await home.as(admin, 'read', listEntered);
  records = new Map(lists.map((list) => [list.id, list]));
});

describe('lists of officers', () => {
  it('are shown to those who may enter one', async () => {
    expect(records.size).toBe(1);
    await showsWhatMayBeRead({ services, tenant: home.tenant }, from, {
      records,
      mayRead: (actor) => policy.enter(actor).allowed,
      shown: async (ctx) => (await listEntered(ctx)).map((list) => list.id),
    });
  });

  it('are taken back as the policy says, and from no other commune', async () => {
    await doesWhatIsAllowed({ services, tenant: home.tenant }, away.tenant, from, {
      records,
      deeds: [{ name: 'take back', may: (actor) => policy.takeBack(actor).allowed, run: takeBackOfficers }],
    });
  });

  it('are entered by those who may, and seen in the own commune alone', async () => {
    const person = (scope: 'all' | 'unit') => ({
      kind: 'person' as const,
      accountId: null,
      officerId: null,
      name: 'x',
      unitIds: [],
      unitName: '',
      roles: [],
      grants: new Map([['directory.officer-import.enter', scope]]),
    });
    const enter = (scope: 'all' | 'unit') =>
      attempt({ services, tenant: home.tenant }, person(scope), (ctx) =>
        enterOfficers(ctx, [{ ...row, fullName: 'Người Khác' }]),
      );
    expect([await enter('all'), await enter('unit')]).toEqual(['allowed', 'forbidden']);
    expect(await away.as(away.signIn('admin'), 'read', listEntered)).toEqual([]);
  });
});
