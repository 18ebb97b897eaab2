import { beforeAll, describe, expect, it } from 'vitest';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { targetsLink } from '../links.ts';
import { plantPapers } from '../plan/fixtures.ts';
import { plantTasks } from '../task/fixtures.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let visitor: Visitor;

beforeAll(async () => {
  site = await testSite();
  const home = await testTenant(site.services);
  await home.as(home.signIn('focal'), 'write', async (ctx) => {
    const { planId } = await plantTasks(ctx, [{}]);
    await plantPapers(ctx, planId, {
      targets: [
        { text: 'Hồ sơ giải quyết đúng hạn', axis: 'procedures' },
        { text: 'Đơn thư quá hạn', operator: '<=', value: 5 },
        { text: '=HYPERLINK("http://x")', operator: '>', value: 60, axis: 'digital-government' },
      ],
    });
  });
  visitor = site.visitor();
  await visitor.signIn(home.signIn('officer'));
});

describe('the target list', () => {
  it('says what is to be reached, and that there are no figures yet', async () => {
    const list = await visitor.get(targetsLink());
    expect(list.heading).toBe('Chỉ tiêu 3');
    for (const words of ['từ 98 % trở lên', 'không quá 5 %', 'trên 60 %', 'Chưa có số liệu']) {
      expect(list.text).toContain(words);
    }
  });

  it('filters by what is typed without marks, keeps it in its field, and can drop it', async () => {
    const form = (await visitor.get(targetsLink())).form('Lọc');
    const query = new URLSearchParams({ ...form.values, tim: 'don thu' });
    const found = await visitor.get(`${form.action}?${query}`);
    expect(found.heading).toBe('Chỉ tiêu 1');
    expect(found.value('Tìm trong danh sách')).toBe('don thu');
    expect((await visitor.get(found.link('Bỏ mọi điều kiện'))).heading).toBe('Chỉ tiêu 3');
  });

  it('says so when nothing matches, and survives a wild address', async () => {
    expect((await visitor.get(targetsLink({ tim: 'zzz' }))).text).toContain('Không có chỉ tiêu nào khớp');
    const wild = await visitor.get('/chi-tieu?truc=x&ke-hoach=%00&xep=;drop&trang=1e9&tim=%25');
    expect(wild.status).toBe(200);
  });

  it('speaks English when asked', async () => {
    const english = await visitor.get((await visitor.get(targetsLink())).link('English'));
    expect(english.heading).toBe('Targets 3');
    for (const words of ['98 % or more', 'at most 5 %', 'over 60 %', 'No data yet']) {
      expect(english.text).toContain(words);
    }
    await visitor.get(english.link('Tiếng Việt'));
  });
});

describe('the target list as a file', () => {
  it('holds the filtered rows and no formula', async () => {
    const form = await visitor.get('/chi-tieu/xuat?truc=digital-government');
    const { values } = form.form('Xuất tệp');
    const file = await visitor.post('/chi-tieu/xuat', { ...values, columns: 'noi-dung', format: 'csv' });
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.headers.get('content-disposition')).toContain('chi-tieu.csv');
    expect(file.body).toBe(`Chỉ tiêu\r\n"'=HYPERLINK(""http://x"")"\r\n`);
  });

  it('is for signed-in people only', async () => {
    expect((await site.visitor().post('/chi-tieu/xuat', {})).address).toMatch(/^\/dang-nhap/);
  });

  it('goes on paper as it is filtered', async () => {
    const sheet = await visitor.get('/chi-tieu/in?truc=procedures');
    expect(sheet.text).toContain('Lĩnh vực: Cải cách thủ tục hành chính');
    expect(sheet.text).toContain('Hồ sơ giải quyết đúng hạn');
    expect(sheet.text).not.toContain('Đơn thư quá hạn');
  });
});
