import { expect, it } from 'vitest';
import { testServices } from '#platform/db/testing.ts';
import { setUpFirstOffice } from './commands.server.ts';
import { listPlaces } from './places.server.ts';

it('stands whole or not at all', async () => {
  const services = await testServices();
  const place = listPlaces().find((one) => one.code === '01');
  if (!place) throw new Error('the list has no Hà Nội');
  const office = {
    place,
    tenantName: 'thành phố Hà Nội',
    fullName: 'Lê Thị Đầu',
    positionTitle: '',
    signInName: 'quantri',
    password: 'ngan',
    units: ['Sở Nội vụ'],
  };
  const visit = { services, lang: 'vi' as const, requestId: 'thu', remoteAddress: '127.0.0.1' };
  expect(await setUpFirstOffice(visit, office)).toMatchObject({ ok: false });
  const tenants = async () =>
    (await services.migrator.query<{ kind: string; slug: string }>('select kind, slug from directory.tenant'))
      .rows;
  expect(await tenants()).toEqual([]);
  expect(await setUpFirstOffice(visit, { ...office, password: 'mat-khau-du-dai-2026' })).toMatchObject({
    ok: true,
  });
  expect(await tenants()).toEqual([{ kind: 'province', slug: 'ha-noi' }]);
  expect(await setUpFirstOffice(visit, office)).toMatchObject({ code: 'set-up-already' });
});
