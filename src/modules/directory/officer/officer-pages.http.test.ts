import { beforeAll, describe, expect, it } from 'vitest';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { newOfficerLink, officersLink } from '../links.ts';
import { testTenant } from '../tenant/fixtures.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let visitor: Visitor;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  visitor = site.visitor();
  await visitor.signIn(home.signIn('admin'));
});

const economy = () => home.units.get('Phòng Kinh tế') ?? '';

describe('officers and their accounts', () => {
  it('go from a name to a person who signs in', async () => {
    const entered = await visitor.submit(await visitor.get(newOfficerLink), 'Lưu', {
      fullName: 'Đinh Thị Hoà',
      positionTitle: 'Chuyên viên',
      unitId: economy(),
    });
    expect(entered.heading).toBe('Đinh Thị Hoà');
    expect(entered.value('Tên đăng nhập')).toBe('hoadt');
    const sheet = await visitor.submit(entered, 'Mở tài khoản');
    expect(sheet.heading).toBe('Phiếu tài khoản');
    const password = /[a-z2-9]{4}(-[a-z2-9]{4}){2}/.exec(sheet.text)?.[0] ?? '';
    const person = site.visitor();
    const first = await person.signIn('hoadt', password);
    expect(first.address).toBe('/tai-khoan/mat-khau');
    expect((await person.get('/nhiem-vu')).address).toBe('/tai-khoan/mat-khau');
    const same = await person.submit(first, 'Đổi mật khẩu', { fresh: password, again: password });
    expect(same.text).toContain('Đây là mật khẩu đang dùng');
    const fresh = 'ruộng bậc thang mùa gặt';
    const own = await person.submit(same, 'Đổi mật khẩu', { fresh, again: fresh });
    expect(own.heading).toBe('Tổng quan');
    const page = await visitor.get((await visitor.get(`${officersLink}?tim=dinh thi hoa`)).link(/Hoà/));
    expect(page.text).toContain('Tài khoản: hoadt');
    const locked = await visitor.submit(page, 'Khóa tài khoản');
    expect(locked.hasButton('Mở khóa')).toBe(true);
    expect((await person.get('/tong-quan')).address).toMatch(/^\/dang-nhap/);
  });

  it('keep what was typed when it is refused', async () => {
    const refused = await visitor.submit(await visitor.get(newOfficerLink), 'Lưu', {
      fullName: 'Lê <i>Văn</i> Tám',
      unitId: '',
    });
    expect(refused.status).toBe(422);
    expect(refused.value('Họ và tên')).toBe('Lê <i>Văn</i> Tám');
    expect(refused.body).not.toContain('<i>Văn');
  });

  it('stand in a file that runs nothing and names nobody twice', async () => {
    await visitor.submit(await visitor.get(newOfficerLink), 'Lưu', {
      fullName: '=cmd|calc',
      unitId: economy(),
    });
    const file = await visitor.post(`${officersLink}/xuat`, { format: 'csv', columns: 'tat-ca' });
    expect(file.body).toContain("'=cmd|calc");
    expect(file.body).toContain('Họ và tên,Chức vụ,Đơn vị');
  });

  it('are nobody else’s business', async () => {
    const other = site.visitor();
    await other.signIn(home.signIn('focal'));
    for (const address of [officersLink, `${officersLink}/xuat`, `${officersLink}/in`, newOfficerLink]) {
      expect((await other.get(address)).status).toBe(403);
    }
  });
});
