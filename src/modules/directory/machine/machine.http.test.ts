import { beforeAll, describe, expect, it } from 'vitest';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { machineLink, machinesLink } from '../links.ts';
import { testTenant } from '../tenant/fixtures.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let admin: Visitor;
let roleId = '';

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  admin = site.visitor();
  await admin.signIn(home.signIn('admin'));
  const { rows } = await site.services.migrator.query<{ id: string }>(
    "select id from directory.role where tenant_id = $1 and code = 'focal'",
    [home.tenant.id],
  );
  roleId = rows[0]?.id ?? '';
});

const add = async (name: string, role = roleId) =>
  admin.submit(await admin.get(machinesLink), 'Thêm phần mềm', { name, roleId: role });

const opens = async (key: string) =>
  (
    await site.app.fetch(
      new Request('http://localhost/api/v1/plans', { headers: { authorization: `Bearer ${key}` } }),
    )
  ).status;

describe('the pages of connected programs', () => {
  it('name a program, and keep what was typed when it cannot be', async () => {
    expect((await admin.get(machinesLink)).text).toContain('Chưa có phần mềm nào');
    const wrong = await add('Trục thiếu vai trò', '');
    expect(wrong.status).toBe(422);
    expect(wrong.value('Tên phần mềm')).toBe('Trục thiếu vai trò');
    const made = await add('Trục liên thông');
    expect(made.heading).toBe('Trục liên thông');
    expect((await add('Trục liên thông')).status).toBe(422);
    expect((await admin.get(machinesLink)).hasLink('Trục liên thông')).toBe(true);
  });

  it('make a key that works until the program is out of use, and again once it is taken up', async () => {
    const made = await add('Cổng tỉnh');
    const shown = await admin.submit(made, 'Tạo khóa', { name: 'Máy chủ', days: '30', scopes: 'read' });
    const key = /sauro_[0-9a-f]{104}/.exec(shown.body)?.[0] ?? '';
    expect(await opens(key)).toBe(200);
    const record = await admin.get(made.address);
    expect(record.body).not.toContain(key);
    await admin.submit(record, 'Ngừng dùng');
    expect(await opens(key)).toBe(401);
    const ended = await admin.get(made.address);
    expect(ended.hasButton('Tạo khóa')).toBe(false);
    await admin.post(machineLink(made.address.split('/').at(-1) ?? '', 'dung-lai'), {});
    expect(await opens(key)).toBe(200);
  });

  it('are for administrators of the office alone', async () => {
    const made = await add('Riêng của xã');
    const focal = site.visitor();
    await focal.signIn(home.signIn('focal'));
    expect((await focal.get(machinesLink)).status).toBe(403);
    const away = await testTenant(site.services);
    const other = site.visitor();
    await other.signIn(away.signIn('admin'));
    expect((await other.get(made.address)).status).toBe(404);
  });
});
