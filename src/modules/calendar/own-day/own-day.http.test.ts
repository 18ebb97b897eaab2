import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { ownDaysLink } from '../links.ts';

let visitor: Visitor;
let home: Awaited<ReturnType<typeof testTenant>>;
let site: Awaited<ReturnType<typeof testSite>>;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  visitor = site.visitor();
  await visitor.signIn(home.signIn('admin'));
});

const swap = { offOn: '15/05/2026', workOn: '16/05/2026', reason: 'Mất <b>điện</b>' };

describe('the days of an office', () => {
  it('are swapped, removed and restored', async () => {
    const list = await visitor.submit(await visitor.get(ownDaysLink), 'Ghi ngày', swap);
    expect(list.text).toContain('15/05/2026, thứ Sáu');
    expect(list.text).toContain('16/05/2026, thứ Bảy');
    expect(list.body).not.toContain('<b>điện</b>');
    const removed = await visitor.submit(list, 'Bỏ ngày 15/05/2026');
    expect(removed.text).toContain('Đã bỏ');
    const restored = await visitor.submit(removed, 'Khôi phục ngày 15/05/2026');
    expect(restored.text).not.toContain('Đã bỏ ');
    expect(restored.text).toContain('Quốc khánh');
  });

  it.each([
    [{ offOn: '', workOn: '', reason: 'x' }, 'Ghi ngày nghỉ hoặc ngày làm việc'],
    [{ offOn: '31/02/2026', workOn: '', reason: 'x' }, 'ví dụ 15/05/2026'],
    [{ offOn: '17/05/2026', workOn: '', reason: 'x' }, 'vốn đã nghỉ'],
    [{ offOn: '', workOn: '18/05/2026', reason: 'x' }, 'vốn là ngày làm việc'],
    [{ offOn: '20/05/2026', workOn: '', reason: '' }, 'Ghi lý do'],
  ])('refuse %j and keep it', async (given, words) => {
    const refused = await visitor.submit(await visitor.get(ownDaysLink), 'Ghi ngày', given);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(words);
    expect(refused.value('Nghỉ ngày')).toBe(given.offOn);
  });

  it('are for administrators', async () => {
    const other = site.visitor();
    await other.signIn(home.signIn('focal'));
    expect((await other.get(ownDaysLink)).status).toBe(403);
  });
});
