import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { startDraft } from '../plan-draft/commands/start.server.ts';
import { readPlanNow } from '../plan-draft/jobs.server.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let focal: Visitor;

const signedIn = async (role: 'focal' | 'admin' | 'officer'): Promise<Visitor> => {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(role));
  return visitor;
};
const names = (screen: Awaited<ReturnType<Visitor['get']>>) =>
  [...screen.page.querySelectorAll('main tbody th a')].map((link) => link.textContent);
const ids = (screen: Awaited<ReturnType<Visitor['get']>>) =>
  [...screen.page.querySelectorAll('input[name="chon"]')].map((box) => box.getAttribute('value') ?? '');

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  for (const title of ['Làm đường bê tông', 'Tuyên dương']) {
    const bytes = Buffer.from(`KẾ HOẠCH\n${title} năm 2026\n1. Rà soát thủ tục\n`);
    await readPlanNow((mode, work) => home.as(home.signIn('focal'), mode, work), {
      fileName: `${title}.txt`,
      bytes,
    });
  }
  await home.as(home.signIn('focal'), 'write', (ctx) => startDraft(ctx, { origin: 'blank', year: 2027 }));
  focal = await signedIn('focal');
});

describe('the list of imports and drafts', () => {
  it('is searched without marks, exact marks first, filtered by source and day', async () => {
    expect((await focal.get('/du-thao')).heading).toBe('Dự thảo kế hoạch 3');
    expect(names(await focal.get('/du-thao?tim=duong'))).toHaveLength(2);
    expect(names(await focal.get('/du-thao?tim=đường'))[0]).toContain('đường');
    expect(names(await focal.get('/du-thao?nguon=blank'))).toHaveLength(1);
    expect(names(await focal.get('/du-thao?ngay-nhap.ky=hom-nay'))).toHaveLength(3);
    expect(names(await focal.get('/du-thao?ngay-nhap.ky=hom-qua'))).toHaveLength(0);
  });

  it('goes into a file and on paper for those who read drafts, and to nobody else', async () => {
    const admin = await signedIn('admin');
    const { values } = (await admin.get('/du-thao/xuat?nguon=file')).form('Xuất tệp');
    const file = await admin.post('/du-thao/xuat', { ...values, columns: 'nguon', format: 'csv' });
    expect(file.body).toBe('Bắt đầu từ\r\nTệp tải lên\r\nTệp tải lên\r\n');
    expect(ids(await admin.get('/du-thao'))).toEqual([]);
    expect((await focal.get('/du-thao/in?nguon=blank')).text).toContain('Bắt đầu từ: Bản trống');
    const officer = await signedIn('officer');
    for (const path of ['/du-thao', '/du-thao/in', '/du-thao/xuat', '/du-thao/hang-loat'])
      expect((await officer.get(path)).status).toBe(403);
  });

  it('puts many aside with one reason, says why one stays, and takes them all up again', async () => {
    const chosen = ids(await focal.get('/du-thao?nguon=file'));
    expect(chosen).toHaveLength(2);
    await focal.post(`/du-thao/${chosen[0]}/bo`, { reason: 'tải nhầm' });
    const address = new URLSearchParams([
      ...chosen.map((id) => ['chon', id]),
      ['viec', 'bo'],
      ['ly-do', 'thử nghiệm'],
      ['xem-truoc', '1'],
    ]);
    const preview = await focal.get(`/du-thao/hang-loat?${address}`);
    expect(preview.text).toContain('Bản này đang đọc, đã lưu thành kế hoạch hoặc đã bỏ rồi.');
    const result = await focal.submit(preview, 'Bỏ các bản đã chọn (1 dòng)');
    expect(result.heading).toBe('Bỏ các bản đã chọn: đã làm xong');
    expect(names(await focal.get('/du-thao?tinh-trang=discarded'))).toHaveLength(2);
    expect((await focal.get('/thung-rac')).text).toContain('thử nghiệm');
    // A run belongs to its list: under another one it is not found.
    expect((await focal.get(result.address.replace('/du-thao', '/nhiem-vu'))).status).toBe(404);
    await focal.submit(result, 'Hoàn tác tất cả');
    expect(names(await focal.get('/du-thao?tinh-trang=discarded'))).toHaveLength(1);
  });
});
