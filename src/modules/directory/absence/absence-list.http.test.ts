import { beforeAll, describe, expect, it } from 'vitest';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { absencesLink, rolesLink } from '../links.ts';
import { testTenant } from '../tenant/fixtures.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let visitor: Visitor;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  visitor = site.visitor();
  await visitor.signIn(home.signIn('admin'));
  for (const [role, from, to] of [
    ['leader', '11/05/2026', '20/05/2026'],
    ['officer', '01/04/2026', '02/04/2026'],
    ['focal', '01/06/2026', '02/06/2026'],
  ] as const) {
    const reason = role === 'focal' ? '=HYPERLINK("x")' : 'Nghỉ phép';
    await visitor.post(absencesLink, {
      officerId: officerOf(role),
      substituteId: officerOf('clerk'),
      fromOn: from,
      toOn: to,
      reason,
    });
  }
});

const officerOf = (role: 'leader' | 'officer' | 'focal' | 'clerk') =>
  home.people.get(home.signIn(role))?.officerId ?? '';
const rows = async (query: string) =>
  (await visitor.get(`${absencesLink}?${query}`)).page
    .querySelectorAll('.row-check')
    .map((box) => /Người ([a-z-]+)/.exec(box.textContent)?.[1]);

describe('the list of absences', () => {
  it('begins with the latest, and is filtered and searched', async () => {
    expect(await rows('')).toEqual(['focal', 'leader', 'officer']);
    expect(await rows('xep=den-ngay')).toEqual(['officer', 'leader', 'focal']);
    expect(await rows('trang-thai=now')).toEqual(['leader']);
    expect(await rows('trang-thai.mot-trong=over,to-come')).toEqual(['focal', 'officer']);
    expect(await rows('tu-ngay.ky=thang-nay')).toEqual(['leader']);
    expect(await rows('tim=nguoi leader')).toEqual(['leader']);
    expect(await rows('tim=clerk')).toHaveLength(3);
    expect(await rows('ly-do.chua=nghi phep&xep=vang')).toHaveLength(2);
  });

  it('leaves as a file that runs nothing', async () => {
    const file = await visitor.post(`${absencesLink}/xuat`, { format: 'csv', columns: 'ly-do' });
    expect(file.body).toContain(`"'=HYPERLINK`);
    expect((await visitor.get(`${absencesLink}/in`)).text).toContain('Người focal');
  });

  it('cancels many at once, tells what became of each, and takes it back', async () => {
    const boxes = (await visitor.get(absencesLink)).page
      .querySelectorAll('input[name="chon"]')
      .map((box) => `chon=${box.getAttribute('value')}`);
    const address = (deed: string) => `${absencesLink}/hang-loat?viec=${deed}&${boxes.join('&')}`;
    expect((await visitor.get(address('khoi-phuc'))).text).toContain('Đợt vắng này đang được tính');
    const result = await visitor.submit(await visitor.get(address('huy')), /^Hủy đợt vắng/);
    expect(await rows('trang-thai=cancelled')).toHaveLength(3);
    await visitor.submit(result, /Hoàn tác|Lấy lại/);
    expect(await rows('trang-thai=cancelled')).toHaveLength(0);
  });

  it('shows a head of unit only the unit, in the list, in the file and in a deed', async () => {
    const head = site.visitor();
    await head.signIn(home.signIn('unit-head'));
    const screen = await head.get(absencesLink);
    const file = await head.post(`${absencesLink}/xuat`, { format: 'csv', columns: 'vang' });
    const own = screen.page.querySelectorAll('input[name="chon"]').length;
    expect([screen.status, file.body.trim().split('\n').length - 1]).toEqual([200, own]);
    expect(own).toBeLessThan(3);
    const other = site.visitor();
    await other.signIn(home.signIn('officer'));
    for (const path of ['', '/in', '/xuat', '/hang-loat'])
      expect((await other.get(`${absencesLink}${path}`)).status).toBe(403);
  });
});

describe('the list of roles', () => {
  it('is searched by what roles are called, filtered by what they may do, and sorted', async () => {
    const names = async (query: string) =>
      (await visitor.get(`${rolesLink}?${query}`)).page
        .querySelectorAll('table')[0]
        ?.querySelectorAll('tbody tr a')
        .map((link) => link.textContent);
    expect(await names('tim=quan tri')).toEqual(['Quản trị viên']);
    expect(await names('quyen=platform.audit.read&xep=ten')).toEqual(['Kiểm tra', 'Quản trị viên']);
    expect(await names('so-nguoi.tu=1&xep=-so-nguoi&loai=co-san')).toHaveLength(8);
    const file = await visitor.post(`${rolesLink}/xuat`, { format: 'csv', columns: 'quyen' });
    expect(file.body).toContain('Nhiệm vụ: giao việc (Tất cả)');
  });
});
