import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/db/id.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testSite, type Visitor } from '../../../entry/testing.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let visitor: Visitor;

beforeAll(async () => {
  site = await testSite();
  const home = await testTenant(site.services);
  await plant(home.tenant.id, 'Kế hoạch đường bộ', 2026, 'issued');
  await plant(home.tenant.id, '=SUM(Dương)', 2026, 'replaced');
  for (let n = 0; n < 60; n += 1) await plant(home.tenant.id, `Kế hoạch ${n}`, 1950 + n, 'issued');
  visitor = site.visitor();
  await visitor.signIn(home.signIn('officer'));
});

const plant = (tenantId: string, title: string, year: number, state: string) =>
  site.services.migrator.query(
    `insert into planning.plan (tenant_id, id, kind, title, number, issued_on, year_from, year_to, state, created_at)
     values ($1, $2, 'cchc-plan', $3, '12/KH-UBND', make_date($4, 1, 15), $4, $4, $5, now())`,
    [tenantId, newId(), title, year, state],
  );
const titles = (screen: Awaited<ReturnType<Visitor['get']>>) =>
  [...screen.page.querySelectorAll('main tbody th a')].map((link) => link.textContent);

describe('the plan list', () => {
  it('begins with the newest year and goes on by cursor, without losing a plan', async () => {
    const first = await visitor.get('/ke-hoach');
    expect(first.heading).toBe('Kế hoạch 62');
    expect(titles(first)).toHaveLength(50);
    const second = await visitor.get(first.link('Tiếp'));
    expect(new Set([...titles(first), ...titles(second)]).size).toBe(62);
    expect(titles(second).at(-1)).toBe('Kế hoạch 0');
  });

  it('is searched without marks, exact marks first, filtered and sorted', async () => {
    expect(titles(await visitor.get('/ke-hoach?tim=duong'))).toHaveLength(2);
    expect(titles(await visitor.get('/ke-hoach?tim=đường'))).toEqual(['Kế hoạch đường bộ', '=SUM(Dương)']);
    expect(titles(await visitor.get('/ke-hoach?tinh-trang=replaced'))).toEqual(['=SUM(Dương)']);
    expect(titles(await visitor.get('/ke-hoach?ngay-ban-hanh.truoc=1951-02-01&xep=ten'))).toEqual([
      'Kế hoạch 0',
      'Kế hoạch 1',
    ]);
    const none = await visitor.get('/ke-hoach?tim=zzz');
    expect(none.text).toContain('Không có dòng nào khớp');
    expect((await visitor.get('/ke-hoach?tinh-trang=%00&xep=;drop&trang=1e9')).status).toBe(200);
  });

  it('is kept as a view, goes into a file without formulas, and on paper', async () => {
    const form = await visitor.get((await visitor.get('/ke-hoach?tinh-trang=replaced')).link('Lưu cách xem'));
    const kept = await visitor.submit(form, 'Lưu', { name: 'Bản cũ' });
    expect(kept.hasLink('Bản cũ')).toBe(true);
    const { values } = (await visitor.get('/ke-hoach/xuat?tinh-trang=replaced')).form('Xuất tệp');
    const file = await visitor.post('/ke-hoach/xuat', { ...values, columns: 'ten', format: 'csv' });
    expect(file.body).toBe("Tên kế hoạch\r\n'=SUM(Dương)\r\n");
    const sheet = await visitor.get('/ke-hoach/in?tinh-trang=replaced');
    expect(sheet.text).toContain('Tình trạng: Đã được thay thế');
    expect(sheet.text).not.toContain('đường bộ');
  });

  it('speaks English, and is for signed-in people', async () => {
    const english = await visitor.get((await visitor.get('/ke-hoach')).link('English'));
    expect(english.heading).toBe('Plans 62');
    expect((await visitor.get('/ke-hoach?tim=zzz')).text).toContain('Nothing matches');
    await visitor.get(english.link('Tiếng Việt'));
    for (const path of ['/ke-hoach/in', '/ke-hoach/xuat'])
      expect((await site.visitor().get(path)).address).toMatch(/^\/dang-nhap/);
  });
});
