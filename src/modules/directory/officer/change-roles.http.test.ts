import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fixedClock } from '#platform/clock/clock.ts';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { setAccountRoles } from '../account/administer.server.ts';
import { officersLink } from '../links.ts';
import { createRole, endRole } from '../role/commands.server.ts';
import { listRoles } from '../role/queries.server.ts';
import { testPassword, testTenant } from '../tenant/fixtures.ts';
import { getKeptOfficer } from './kept.server.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let admin: Visitor;
const clock = { at: '2026-05-12T10:30:00+07:00' };

beforeAll(async () => {
  const now = () => fixedClock(clock.at);
  site = await testSite({ clock: { now: () => now().now(), today: () => now().today() } });
});

beforeEach(async () => {
  clock.at = '2026-05-12T10:30:00+07:00';
  home = await testTenant(site.services);
  admin = site.visitor();
  await admin.signIn(home.signIn('admin'));
});

type Who = Parameters<typeof home.signIn>[0];
const officer = (who: Who) => home.people.get(home.signIn(who))?.officerId ?? '';
const roleId = async (code: string) =>
  (await home.as(home.signIn('admin'), 'read', listRoles)).find((role) => role.code === code)?.id ?? '';
const codesOf = async (who: Who) => {
  const [roles, kept] = await home.as(home.signIn('admin'), 'read', async (ctx) => [
    await listRoles(ctx),
    await getKeptOfficer(ctx, officer(who)),
  ]);
  return roles
    .filter((role) => kept.account?.roleIds.includes(role.id))
    .map((role) => role.code)
    .toSorted();
};
const formOf = (deed: string, people: readonly Who[], role?: string) =>
  `${officersLink}/hang-loat?${new URLSearchParams([
    ['viec', deed],
    ...people.map((who) => ['chon', officer(who)]),
    ...(role ? [['vai-tro-chon', role]] : []),
  ])}`;
const preview = async (deed: string, people: readonly Who[], role: string) =>
  admin.get(`${formOf(deed, people, await roleId(role))}&xem-truoc=1`);

describe('roles of many officers', () => {
  it('are given with the other roles kept, told row by row, and taken back at once', async () => {
    const shown = await preview('them-vai-tro', ['clerk', 'officer', 'leader'], 'leader');
    expect(shown.text).toContain('Đang có vai trò này');
    expect(await codesOf('clerk')).toEqual(['clerk']);
    const clerk = site.visitor();
    await clerk.signIn(home.signIn('clerk'));
    const result = await admin.submit(shown, /dòng\)$/);
    expect(result.text).toContain('Đã làm: 2');
    expect(await codesOf('clerk')).toEqual(['clerk', 'leader']);
    expect((await clerk.get('/tong-quan')).heading).toBe('Đăng nhập');
    const undone = await admin.submit(result, 'Hoàn tác tất cả');
    expect(undone.text).toContain('Đã hoàn tác: 2');
    expect(await codesOf('clerk')).toEqual(['clerk']);
    expect(await codesOf('leader')).toEqual(['leader']);
  });

  it('want one proof for the whole deed, and one for its way back, and nothing is done before', async () => {
    const shown = await preview('them-vai-tro', ['clerk', 'officer'], 'leader');
    clock.at = '2026-05-12T10:41:00+07:00';
    const asked = await admin.submit(shown, /dòng\)$/);
    expect(asked.heading).toBe('Xác nhận đúng là anh, chị');
    expect(await codesOf('clerk')).toEqual(['clerk']);
    const again = await admin.get(formOf('them-vai-tro', ['clerk', 'officer'], await roleId('leader')));
    expect(again.heading).toBe('Xác nhận đúng là anh, chị');
    const form = await admin.submit(again, 'Xác nhận', { password: testPassword });
    expect(form.address).toContain('viec=them-vai-tro');
    const result = await admin.submit(
      await preview('them-vai-tro', ['clerk', 'officer'], 'leader'),
      /dòng\)$/,
    );
    expect(result.text).toContain('Đã làm: 2');
    clock.at = '2026-05-12T10:50:59+07:00';
    expect((await admin.submit(result, 'Hoàn tác tất cả')).text).toContain('Đã hoàn tác: 2');
    const anew = await admin.submit(await preview('them-vai-tro', ['clerk'], 'leader'), /dòng\)$/);
    clock.at = '2026-05-12T10:52:00+07:00';
    expect((await admin.submit(anew, 'Hoàn tác tất cả')).heading).toBe('Xác nhận đúng là anh, chị');
    expect(await codesOf('clerk')).toEqual(['clerk', 'leader']);
  });

  it('leave the last administrator, and whoever was changed again since', async () => {
    const shown = await preview('bo-vai-tro', ['admin', 'clerk'], 'admin');
    expect(shown.text).toContain('Không có vai trò này');
    const refused = await admin.submit(shown, /dòng\)$/);
    expect(refused.text).toContain('Đây là quản trị cuối cùng');
    expect(await codesOf('admin')).toEqual(['admin']);
    const given = await admin.submit(await preview('them-vai-tro', ['clerk'], 'leader'), /dòng\)$/);
    const only = await roleId('officer');
    await home.asProven(home.signIn('admin'), (ctx) => setAccountRoles(ctx, officer('clerk'), [only]));
    const undone = await admin.submit(given, 'Hoàn tác tất cả');
    expect(undone.text).toContain('Vai trò đã được đổi tiếp từ lúc đó');
    expect(await codesOf('clerk')).toEqual(['officer']);
  });

  it('leave a role that was put aside with whoever holds it', async () => {
    const aside = await home.asProven(home.signIn('admin'), async (ctx) => {
      const made = await createRole(ctx, { name: 'Văn thư', grants: new Map() });
      if (!made.ok) throw new Error('no role');
      const own = (await getKeptOfficer(ctx, officer('clerk'))).account?.roleIds ?? [];
      await setAccountRoles(ctx, officer('clerk'), [...own, made.value]);
      await endRole(ctx, made.value);
      return made.value;
    });
    await admin.submit(await preview('them-vai-tro', ['clerk'], 'leader'), /dòng\)$/);
    const kept = await home.as(home.signIn('admin'), 'read', (ctx) => getKeptOfficer(ctx, officer('clerk')));
    expect(kept.account?.roleIds).toContain(aside);
    expect(await codesOf('clerk')).toHaveLength(3);
    const wild = await admin.get(`${formOf('them-vai-tro', ['clerk'], aside)}&xem-truoc=1`);
    expect(wild.text).toContain('Chọn một vai trò trong danh sách');
  });

  it('are for those who set roles one by one, in their own commune', async () => {
    const roles = await home.as(home.signIn('admin'), 'read', listRoles);
    const grants = new Map(roles.find((role) => role.code === 'admin')?.grants);
    grants.delete('directory.account.set-roles');
    await home.asProven(home.signIn('admin'), async (ctx) => {
      const made = await createRole(ctx, { name: 'Nhân sự', grants });
      if (made.ok) await setAccountRoles(ctx, officer('officer'), [made.value]);
    });
    const staff = site.visitor();
    await staff.signIn(home.signIn('officer'));
    expect((await staff.get(officersLink)).hasButton('Thêm vai trò')).toBe(false);
    expect((await staff.get(officersLink)).hasButton('Chuyển đơn vị')).toBe(true);
    const address = formOf('them-vai-tro', ['clerk'], await roleId('leader'));
    expect((await staff.get(`${address}&xem-truoc=1`)).hasButton(/dòng\)$/)).toBe(false);
    const forged = await staff.post(`${officersLink}/hang-loat`, { selection: address.split('?')[1] ?? '' });
    expect(forged.status).toBe(422);
    expect(await codesOf('clerk')).toEqual(['clerk']);
    const away = await testTenant(site.services);
    const stranger = site.visitor();
    await stranger.signIn(away.signIn('admin'));
    expect((await stranger.get(`${address}&xem-truoc=1`)).text).not.toContain('Người clerk');
  });
});
