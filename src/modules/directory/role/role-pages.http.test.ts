import { beforeAll, describe, expect, it } from 'vitest';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { newRoleLink, rolesLink } from '../links.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { grantField } from './role.ts';

let visitor: Visitor;
let home: Awaited<ReturnType<typeof testTenant>>;
let site: Awaited<ReturnType<typeof testSite>>;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  visitor = site.visitor();
  await visitor.signIn(home.signIn('admin'));
});

describe('the roles of an office', () => {
  it('stand in a table of acts, and are changed on their pages', async () => {
    const list = await visitor.get(rolesLink);
    expect(list.heading).toBe('Vai trò và quyền 9');
    expect(list.text).toContain('Nhiệm vụ: giao việc');
    const made = await visitor.submit(await visitor.get(newRoleLink), 'Lưu', {
      name: 'Văn thư',
      [grantField('planning.task.read')]: 'unit',
    });
    expect(made.heading).toBe('Vai trò và quyền 10');
    const role = await visitor.get(made.link('Văn thư'));
    expect(role.value('Nhiệm vụ: xem')).toBe('unit');
    const ended = await visitor.submit(role, 'Ngừng dùng vai trò');
    expect(ended.text).toContain('Đã ngừng dùng');
  });

  it('refuse what would shut the last administrator out, and keep the choice', async () => {
    const admin = await visitor.get((await visitor.get(rolesLink)).link('Quản trị viên'));
    const refused = await visitor.submit(admin, 'Lưu', { [grantField('directory.role.edit')]: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('không còn ai được sửa vai trò');
    expect(refused.value('Vai trò: sửa')).toBe('');
    const wild = await visitor.submit(admin, 'Lưu', { [grantField('directory.role.edit')]: 'own' });
    expect(wild.status).toBe(422);
  });

  it('are for administrators', async () => {
    const other = site.visitor();
    await other.signIn(home.signIn('leader'));
    expect((await other.get(rolesLink)).status).toBe(403);
  });
});
