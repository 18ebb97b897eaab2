import { expect, it } from 'vitest';
import { testSite } from '../../../entry/testing.ts';
import { settingsLink } from '../links.ts';
import { testTenant } from './fixtures.ts';

it('settings are kept for the own office alone, and what is wrong keeps what was typed', async () => {
  const site = await testSite();
  const home = await testTenant(site.services);
  const other = await testTenant(site.services);
  const visitor = site.visitor();
  await visitor.signIn(home.signIn('admin'));
  const refused = await visitor.submit(await visitor.get(settingsLink), 'Lưu', {
    name: 'xã Mới',
    email: 'không phải thư',
  });
  expect([refused.status, refused.value('Thư điện tử')]).toEqual([422, 'không phải thư']);
  const saved = await visitor.submit(refused, 'Lưu', { email: 'vp@xa.gov.vn', phone: '0222 3888 999' });
  expect(saved.value('Tên cơ quan')).toBe('xã Mới');
  expect(saved.value('Điện thoại')).toBe('0222 3888 999');
  const { rows } = await site.services.migrator.query('select name from directory.tenant where id = $1', [
    other.tenant.id,
  ]);
  expect(rows).toEqual([{ name: other.tenant.name }]);
  const reader = site.visitor();
  await reader.signIn(home.signIn('leader'));
  expect((await reader.get(settingsLink)).status).toBe(403);
  const audit = await site.services.migrator.query(
    "select 1 from platform.audit_line where act = 'directory.tenant.edit' and tenant_id = $1",
    [home.tenant.id],
  );
  expect(audit.rowCount).toBe(1);
});
