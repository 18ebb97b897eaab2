import { expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testServices } from '#platform/db/testing.ts';
import { setReuseLimit } from './commands.server.ts';
import { findReuseLimit } from './queries.server.ts';
import { usualReuseLimit } from './reuse-limit.ts';

it('is set and set again, each time with what it was before', async () => {
  const services = await testServices();
  const home = await testTenant(services);
  const admin = home.signIn('admin');
  expect(await home.as(admin, 'read', findReuseLimit)).toBe(usualReuseLimit);
  for (const most of [5, 8]) await home.as(admin, 'write', (ctx) => setReuseLimit(ctx, most));
  expect(await home.as(admin, 'read', findReuseLimit)).toBe(8);
  const { rows } = await services.migrator.query<{ before: unknown; after: unknown }>(
    `select before, after from platform.audit_line where act = 'casework.reuse-limit.set' and tenant_id = $1 order by at, id`,
    [home.tenant.id],
  );
  expect(rows.map(({ before, after }) => [before, after])).toEqual([
    [{ mostRecords: usualReuseLimit }, { mostRecords: 5 }],
    [{ mostRecords: 5 }, { mostRecords: 8 }],
  ]);
});
