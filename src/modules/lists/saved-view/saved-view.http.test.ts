import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { saveView } from './commands.server.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
});

const signedIn = async (role: 'focal' | 'officer'): Promise<Visitor> => {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(role));
  return visitor;
};

describe('a view of a list', () => {
  it('is saved from the list, stands as a tab, opens first after signing in again, and goes and comes back', async () => {
    const visitor = await signedIn('officer');
    const list = await visitor.get('/nhiem-vu?han=late&xep=-han');
    const form = await visitor.get(list.link('Lưu cách xem'));
    expect(form.page.querySelector('[name="shared"]')).toBeNull();
    const shown = await visitor.submit(form, 'Lưu', { name: 'Quá hạn của tôi', usual: '1' });
    expect(shown.address).toMatch(/^\/nhiem-vu\?han=late&xep=-han&xem=/);
    expect(shown.hasLink('Quá hạn của tôi')).toBe(true);
    const again = await signedIn('officer');
    expect((await again.get('/nhiem-vu')).address).toBe(shown.address);
    expect((await again.get((await again.get('/nhiem-vu')).link('Tất cả'))).address).toBe(
      '/nhiem-vu?xem=tat-ca',
    );
    const views = await again.get(shown.link('Cách xem đã lưu'));
    const gone = await again.submit(views, 'Xóa Quá hạn của tôi');
    expect(gone.text).toContain('Đã xóa');
    expect((await again.get('/nhiem-vu')).address).toBe('/nhiem-vu');
    expect((await again.submit(gone, 'Hoàn tác')).text).toContain('Đã khôi phục cách xem.');
    expect((await again.get('/nhiem-vu')).address).toBe(shown.address);
  });

  it('comes back from the trash, to its owner and nobody else', async () => {
    const owner = await signedIn('focal');
    const form = await owner.get('/cach-xem/luu?danh-sach=/chi-tieu&loc=nam%3D2026');
    await owner.submit(form, 'Lưu', { name: 'Năm nay' });
    await owner.submit(await owner.get('/cach-xem?danh-sach=/chi-tieu'), 'Xóa Năm nay');
    const other = site.visitor();
    await other.signIn(home.signIn('admin'));
    expect((await other.get('/thung-rac')).text).not.toContain('Năm nay');
    const trash = await owner.get('/thung-rac?loai=saved-view');
    expect(trash.text).toContain('Cách xem đã xóa');
    await owner.submit(trash, /^Khôi phục/);
    expect((await owner.get('/chi-tieu')).hasLink('Năm nay')).toBe(true);
  });

  it('that filters by what the list no longer has opens with a sentence', async () => {
    await home.as(home.signIn('focal'), 'write', (ctx) =>
      saveView(ctx, {
        list: '/nhiem-vu',
        query: 'muc-uu-tien=cao&han=late',
        name: 'Cũ',
        shared: false,
        pinned: true,
        usual: false,
      }),
    );
    const visitor = await signedIn('focal');
    const screen = await visitor.get((await visitor.get('/nhiem-vu')).link('Cũ'));
    expect(screen.status).toBe(200);
    expect(screen.text).toContain('“muc-uu-tien=cao”: danh sách không có trường này.');
    expect(screen.text).toContain('Thời hạn: Quá hạn');
  });

  it('keeps what was typed when its name is missing, and saves for no other list than its own', async () => {
    const visitor = await signedIn('focal');
    const form = await visitor.get('/cach-xem/luu?danh-sach=/nhiem-vu&loc=han%3Dlate');
    const again = await visitor.submit(form, 'Lưu', { name: '  ', shared: '1' });
    expect(again.status).toBe(422);
    expect(again.text).toContain('Ghi tên, tối đa 60 ký tự.');
    expect(again.page.querySelector('[name="shared"]')?.hasAttribute('checked')).toBe(true);
    const strange = await visitor.post('/cach-xem/luu', { list: '//evil.example', query: '', name: 'x' });
    expect(strange.status).toBe(422);
  });
});
