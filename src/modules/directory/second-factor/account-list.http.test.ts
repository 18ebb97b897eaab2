import { beforeAll, describe, expect, it } from 'vitest';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { signInRulesLink } from '../links.ts';
import { testTenant } from '../tenant/fixtures.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let admin: Visitor;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  admin = site.visitor();
  await admin.signIn(home.signIn('admin'));
});

/** The names of the list; the history of the rules is a table of its own. */
const namesOn = async (query: string) =>
  (await admin.get(`${signInRulesLink}?${query}`)).page
    .querySelectorAll('table')
    .filter((table) => table.querySelector('caption')?.textContent.startsWith('Tài khoản theo tên'))
    .flatMap((table) => table.querySelectorAll('tbody tr small'))
    .map((unit) => unit.parentNode?.childNodes[0]?.textContent);

describe('the list of accounts that may sign in', () => {
  it('is searched by name without marks and by sign-in name, and filtered by unit, role and factor', async () => {
    expect(await namesOn(`tim=${home.signIn('clerk')}`)).toEqual(['Người clerk']);
    const all = (await namesOn('')).length;
    expect(all).toBe(home.people.size);
    expect(await namesOn('tim=nguoi')).toHaveLength(all);
    expect(await namesOn('hai-buoc=co')).toEqual([]);
    expect(await namesOn('hai-buoc=khong')).toHaveLength(all);
    expect(await namesOn('vai-tro.de-trong=1')).toEqual([]);
    for (const sort of ['don-vi', '-don-vi', 'ten-dang-nhap', '-ten']) {
      expect([sort, (await namesOn(`xep=${sort}`)).length]).toEqual([sort, all]);
    }
    expect((await admin.get(`${signInRulesLink}?hai-buoc=x`)).text).toContain('giá trị không đọc được');
    expect((await admin.get(`${signInRulesLink}?tim=khong-ai-ca`)).text).toContain('Không có dòng nào khớp');
  });

  it('marks who owes a second factor, and leaves out who is locked', async () => {
    const rules = await admin.get(signInRulesLink);
    await admin.submit(rules, 'Lưu quy định', { roles: 'clerk' });
    expect(await namesOn('phai-hai-buoc=co')).toEqual(['Người clerk']);
    expect((await admin.get(`${signInRulesLink}?phai-hai-buoc=co`)).text).toContain('Bắt buộc, chưa bật');
    await admin.post(signInRulesLink, {});
    const officer = home.people.get(home.signIn('community'))?.officerId ?? '';
    await admin.post(`/quan-tri/can-bo/${officer}/tai-khoan/khoa`, {});
    expect(await namesOn('')).not.toContain('Người community');
    await admin.post(`/quan-tri/can-bo/${officer}/tai-khoan/mo-khoa`, {});
  });

  it('is printed and goes into a file without what keeps an account', async () => {
    const sheet = await admin.get(`${signInRulesLink}/in`);
    expect(sheet.text).toContain('Người clerk');
    expect(sheet.hasButton(/Tạo liên kết mật khẩu/)).toBe(false);
    const form = await admin.get(`${signInRulesLink}/xuat?tim=${home.signIn('clerk')}`);
    const file = await admin.submit(form, /Tải|Xuất/, { columns: 'ten-dang-nhap', format: 'csv' });
    expect(file.status).toBe(200);
    expect(file.body).toContain(home.signIn('clerk'));
    expect(file.body).not.toContain(home.signIn('leader'));
    expect(file.body).not.toContain('argon2');
  });

  it('keeps a wrong choice of roles from being saved, with the list beside it', async () => {
    const odd = await admin.post(signInRulesLink, { roles: 'khong-co' });
    expect(odd.status).toBe(422);
    expect(odd.text).toContain('Có vai trò không có trong danh sách');
    expect(odd.text).toContain('Người clerk');
  });

  it('is for those who say the rules, and knows nobody of another commune', async () => {
    const other = site.visitor();
    await other.signIn(home.signIn('leader'));
    for (const path of ['', '/in', '/xuat'])
      expect((await other.get(`${signInRulesLink}${path}`)).status).toBe(403);
    const away = await testTenant(site.services);
    expect(await namesOn(`tim=${away.signIn('clerk')}`)).toEqual([]);
  });
});
