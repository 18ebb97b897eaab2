import { beforeAll, describe, expect, it } from 'vitest';
import { testServices } from '#platform/db/testing.ts';
import { Forbidden } from '#platform/http/thrown.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { createOfficer } from './commands.server.ts';
import { listOfficers } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
});

describe('officers', () => {
  it('stand in the order of their given names, đ after d', async () => {
    const unitId = [...home.units.values()][0];
    if (!unitId) throw new Error('the commune has no unit');
    await home.as(home.signIn('admin'), 'write', async (ctx) => {
      for (const fullName of ['Trần Văn Đức', 'Nguyễn Thị Dung', 'Lê Ánh', 'Phạm An']) {
        await createOfficer(ctx, { fullName, unitId, positionTitle: 'Chuyên viên', isHead: false });
      }
    });
    const names = await home.as(home.signIn('admin'), 'read', async (ctx) =>
      (await listOfficers(ctx)).map((one) => one.fullName),
    );
    const ours = names.filter((name) => !name.startsWith('Người'));
    expect(ours).toEqual(['Phạm An', 'Lê Ánh', 'Nguyễn Thị Dung', 'Trần Văn Đức']);
  });

  it('are entered by an administrator, and seen by their own commune alone', async () => {
    const unitId = [...home.units.values()][0];
    if (!unitId) throw new Error('the commune has no unit');
    await expect(
      home.as(home.signIn('leader'), 'write', (ctx) =>
        createOfficer(ctx, { fullName: 'X', unitId, positionTitle: '', isHead: false }),
      ),
    ).rejects.toBeInstanceOf(Forbidden);
    const other = await testTenant(services);
    const seen = await other.as(other.signIn('admin'), 'read', listOfficers);
    expect(seen.every((one) => one.fullName.startsWith('Người'))).toBe(true);
  });
});
