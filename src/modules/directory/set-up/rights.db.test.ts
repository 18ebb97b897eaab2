import { beforeAll, expect, it } from 'vitest';
import { testServices } from '#platform/db/testing.ts';
import { allPowerful, asAnybody } from '#platform/session/testing-rights.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { findOfficeStart } from './queries.server.ts';

let services: Awaited<ReturnType<typeof testServices>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  services = await testServices();
  home = await testTenant(services);
  await testTenant(services);
});

it('tells how far the own office is set up, and only those who may go on with it', async () => {
  const asked = (acts: readonly string[]) =>
    asAnybody({ services, tenant: home.tenant }, allPowerful({ acts }), findOfficeStart);
  expect(await asked([])).toBeUndefined();
  expect(await asked(['directory.officer.create'])).toMatchObject({
    units: home.units.size,
    officers: home.people.size,
    focals: 1,
  });
});
