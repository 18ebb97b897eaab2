import { beforeAll, describe, expect, it } from 'vitest';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { newId } from '#platform/db/id.ts';
import { officersLink, unitsLink } from '../links.ts';
import { testTenant } from '../tenant/fixtures.ts';
import { createOfficer } from './commands.server.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let visitor: Visitor;
const ids = new Map<string, string>();

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  visitor = site.visitor();
  await visitor.signIn(home.signIn('admin'));
  for (const [fullName, unit] of [
    ['Đường Văn Hoà', 'Phòng Kinh tế'],
    ['Dương Thị Hòa', 'Phòng Kinh tế'],
    ['Nguyễn Văn Đạt', 'Phòng Kinh tế'],
  ] as const) {
    const made = await home.as(home.signIn('admin'), 'write', (ctx) =>
      createOfficer(ctx, { fullName, unitId: unitOf(unit), positionTitle: 'Công chức', isHead: false }),
    );
    if (made.ok) ids.set(fullName, made.value);
  }
});

const unitOf = (name: string) => home.units.get(name) ?? newId<'unit'>();
const namesOn = async (query: string) =>
  (await visitor.get(`${officersLink}?${query}`)).page
    .querySelectorAll('tbody tr a')
    .map((link) => link.textContent);
const chosen = (...names: string[]) => names.map((name) => `chon=${ids.get(name)}`).join('&');

describe('the list of officers and accounts', () => {
  it('is searched without marks, exact marks first, also by Telex and by sign-in name', async () => {
    expect((await namesOn('tim=duong')).sort()).toEqual(['Dương Thị Hòa', 'Đường Văn Hoà']);
    expect((await namesOn(`tim=${encodeURIComponent('dương')}`))[0]).toBe('Dương Thị Hòa');
    expect((await namesOn(`tim=${encodeURIComponent('đường')}`))[0]).toBe('Đường Văn Hoà');
    expect(await namesOn(`tim=${encodeURIComponent('hoà')}`)).toHaveLength(2);
    expect(await namesOn('tim=nguyeenx')).toEqual(['Nguyễn Văn Đạt']);
    expect(await namesOn(`tim=${home.signIn('clerk')}`)).toEqual(['Người clerk']);
  });

  it('is filtered by unit, account, role and office, and says what it could not read', async () => {
    expect(await namesOn('tai-khoan=chua-co')).toHaveLength(3);
    expect(await namesOn(`don-vi=${unitOf('Phòng Kinh tế')}&tai-khoan.khac=chua-co`)).not.toContain(
      'Đường Văn Hoà',
    );
    expect(await namesOn('trang-thai=nghi')).toEqual([]);
    expect((await visitor.get(`${officersLink}?vai-tro.de-trong=1`)).status).toBe(200);
    expect((await visitor.get(`${officersLink}?tai-khoan=x`)).text).toContain('giá trị không đọc được');
  });

  it('is filtered by everything and sorted by every column without a fault', async () => {
    for (const query of [
      'hai-buoc=co',
      'dung-dau=khong',
      'ngay-nghi.ky=thang-nay',
      'chuc-vu=cong',
      'ten-dang-nhap.da-co=1',
    ]) {
      expect([query, (await visitor.get(`${officersLink}?${query}`)).status]).toEqual([query, 200]);
    }
    for (const sort of ['don-vi', '-don-vi', 'ten-dang-nhap', '-ten-dang-nhap', '-ngay-nghi', '-ten']) {
      expect([sort, (await namesOn(`xep=${sort}`)).length]).toEqual([sort, 11]);
    }
  });

  it('moves many to another unit, tells what became of each, and takes it back', async () => {
    const to = unitOf('Văn phòng HĐND và UBND');
    const address = `${officersLink}/hang-loat?viec=chuyen&${chosen('Đường Văn Hoà', 'Dương Thị Hòa')}`;
    const form = await visitor.get(address);
    expect(form.text).toContain('2');
    const preview = await visitor.get(`${address}&den-don-vi=${to}&xem-truoc=1`);
    const result = await visitor.submit(preview, /^Chuyển đơn vị/);
    expect(result.text).toContain('Đường Văn Hoà');
    expect(await namesOn(`don-vi=${to}&tim=duong`)).toHaveLength(2);
    await visitor.submit(result, /Hoàn tác|Lấy lại/);
    expect(await namesOn(`don-vi=${to}&tim=duong`)).toEqual([]);
  });

  it('locks accounts but one’s own, and opens them again', async () => {
    const self = home.people.get(home.signIn('admin'))?.officerId ?? '';
    const other = home.people.get(home.signIn('clerk'))?.officerId ?? '';
    const preview = await visitor.get(
      `${officersLink}/hang-loat?viec=khoa&chon=${self}&chon=${other}&${chosen('Nguyễn Văn Đạt')}`,
    );
    expect(preview.text).toContain('Không tự khóa tài khoản của mình được');
    expect(preview.text).toContain('Chưa có tài khoản');
    const result = await visitor.submit(preview, /^Khóa tài khoản/);
    expect(await namesOn('tai-khoan=khoa')).toEqual(['Người clerk']);
    await visitor.submit(result, /Hoàn tác|Lấy lại/);
    expect(await namesOn('tai-khoan=khoa')).toEqual([]);
  });

  it('puts many away and brings them back', async () => {
    const address = `${officersLink}/hang-loat?viec=cho-nghi&${chosen('Nguyễn Văn Đạt')}&xem-truoc=1`;
    expect((await visitor.get(`${address}&nghi-tu=13/05/2026`)).text).toContain('không được sau hôm nay');
    const preview = await visitor.get(
      `${address}&nghi-tu=12/05/2026&ly-do=${encodeURIComponent('Nghỉ <b>hưu</b>')}`,
    );
    const result = await visitor.submit(preview, /^Cho nghỉ/);
    expect(result.body).not.toContain('<b>hưu');
    expect(await namesOn('trang-thai=nghi')).toEqual(['Nguyễn Văn Đạt']);
    const back = await visitor.get(`${officersLink}/hang-loat?viec=khoi-phuc&${chosen('Nguyễn Văn Đạt')}`);
    await visitor.submit(back, /^Ghi làm việc trở lại/);
    expect(await namesOn('trang-thai=nghi')).toEqual([]);
  });

  it('does nothing for whom the single act is refused, nor with ids of another commune', async () => {
    const other = site.visitor();
    await other.signIn(home.signIn('leader'));
    for (const path of ['', '/in', '/xuat', `/hang-loat?viec=khoa&${chosen('Đường Văn Hoà')}`])
      expect((await other.get(`${officersLink}${path}`)).status).toBe(403);
    const away = await testTenant(site.services);
    const stranger = site.visitor();
    await stranger.signIn(away.signIn('admin'));
    const screen = await stranger.get(`${officersLink}/hang-loat?viec=khoa&${chosen('Đường Văn Hoà')}`);
    expect(screen.text).not.toContain('Đường Văn Hoà');
  });
});

describe('the list of units', () => {
  it('ends many at once where nobody stands in them, and restores them', async () => {
    for (const name of ['Thôn Đông', 'Thôn Đoài']) await visitor.post(`${unitsLink}/moi`, { name });
    const list = await visitor.get(`${unitsLink}?tim=thon do`);
    const rows = list.page
      .querySelectorAll('tbody tr a')
      .map((link) => link.getAttribute('href')?.split('/').at(-1));
    expect(rows).toHaveLength(2);
    const ticked = [...rows, unitOf('Phòng Kinh tế')].map((id) => `chon=${id}`).join('&');
    const preview = await visitor.get(
      `${unitsLink}/hang-loat?viec=ket-thuc&${ticked}&ket-thuc-tu=12/05/2026&xem-truoc=1`,
    );
    expect(preview.text).toContain('còn cán bộ');
    const result = await visitor.submit(preview, /^Kết thúc đơn vị/);
    const ended = async () =>
      (await visitor.get(`${unitsLink}?trang-thai=da-ket-thuc`)).page.querySelectorAll('tbody tr a');
    expect(await ended()).toHaveLength(2);
    await visitor.submit(result, /Hoàn tác|Lấy lại/);
    expect(await ended()).toHaveLength(0);
  });

  it('shows the order to change only where it stands in its own order', async () => {
    expect((await visitor.get(unitsLink)).hasButton('Lên: Thôn Đông')).toBe(true);
    expect((await visitor.get(`${unitsLink}?xep=-ten`)).hasButton('Lên: Thôn Đông')).toBe(false);
    for (const sort of ['so-can-bo', '-so-can-bo', 'ngay-ket-thuc', '-thu-tu'])
      expect((await visitor.get(`${unitsLink}?xep=${sort}&so-can-bo.tu=0`)).status).toBe(200);
  });
});
