import { beforeAll, expect, it } from 'vitest';
import { newId } from '#platform/db/id.ts';
import { testServices } from '#platform/db/testing.ts';
import { lockAccount } from '../account/administer.server.ts';
import { createOfficer } from '../officer/commands.server.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { findOfficeStart } from './queries.server.ts';

let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  const services = await testServices();
  home = await testTenant(services);
  await testTenant(services);
});

const startFor = (role: Parameters<typeof home.signIn>[0]) =>
  home.as(home.signIn(role), 'read', findOfficeStart);

it('counts the people of the own office alone, for whoever may enter more', async () => {
  const before = await startFor('admin');
  expect(before).toMatchObject({ units: home.units.size, withoutAccount: 0, focals: 1 });
  await home.as(home.signIn('admin'), 'write', (ctx) =>
    createOfficer(ctx, {
      fullName: 'Trần Nhất',
      unitId: home.units.get('Phòng Kinh tế') ?? newId<'unit'>(),
      positionTitle: 'Chuyên viên',
      isHead: false,
    }),
  );
  const after = await startFor('admin');
  expect(after?.officers).toBe((before?.officers ?? 0) + 1);
  expect(after?.withoutAccount).toBe(1);
  for (const role of ['focal', 'officer', 'auditor'] as const) expect(await startFor(role)).toBeUndefined();
});

it('does not count a focal officer who is locked out', async () => {
  const officerId = home.people.get(home.signIn('focal'))?.officerId ?? '';
  await home.as(home.signIn('admin'), 'write', (ctx) => lockAccount(ctx, officerId));
  expect((await startFor('admin'))?.focals).toBe(0);
});
