import { beforeAll, describe, expect, it } from 'vitest';
import { newUnitLink, unitsLink } from '#modules/directory/links.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { restoreEntryLink, trashLink } from '../links.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let visitor: Visitor;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  visitor = site.visitor();
  await visitor.signIn(home.signIn('admin'));
});

/** Enters a unit of this name and ends it; gives the page that follows. */
async function endedUnit(name: string) {
  const list = await visitor.submit(await visitor.get(newUnitLink), 'Lưu', { name });
  const unit = await visitor.get(list.link(name));
  return visitor.submit(unit, 'Kết thúc đơn vị', { reason: '<i>sáp nhập</i>' });
}

describe('the trash', () => {
  it('is reached from the list, says who and why, and restores', async () => {
    expect((await visitor.get(trashLink())).text).toContain('Thùng rác trống');
    await endedUnit('Thôn <b>Bắc</b>');
    const list = await visitor.get(unitsLink);
    const trash = await visitor.get(list.link(/thùng rác/));
    expect(trash.text).toContain('Thôn <b>Bắc</b>');
    expect(trash.text).toContain('Người admin');
    expect(trash.text).toContain('<i>sáp nhập</i>');
    expect(trash.body).not.toMatch(/<b>Bắc|<i>sáp/);
    expect(trash.text).toContain('30 ngày');
    const restored = await visitor.submit(trash, 'Khôi phục: Thôn <b>Bắc</b>');
    expect(restored.text).toContain('Đã khôi phục');
    expect(restored.text).toContain('Thùng rác trống');
  });

  it('is not needed right after the deletion: the flash takes it back', async () => {
    const ended = await endedUnit('Thôn Nam');
    const back = await visitor.submit(ended, 'Hoàn tác');
    expect(back.text).toContain('Đã khôi phục đơn vị');
    expect((await visitor.get(trashLink())).text).not.toContain('Thôn Nam');
  });

  it('filters by kind, takes odd addresses, and is complete in English', async () => {
    await endedUnit('Thôn Tây');
    expect((await visitor.get(trashLink({ loai: 'role' }))).text).toContain('Thùng rác trống');
    for (const odd of [
      '/thung-rac?loai=x%00&truoc=1',
      '/thung-rac?truoc=00000000-0000-7000-8000-000000000000',
    ]) {
      expect((await visitor.get(odd)).status).toBe(200);
    }
    const english = await visitor.get((await visitor.get(trashLink())).link('English'));
    expect(english.heading).toBe('Trash');
    await visitor.get(english.link('Tiếng Việt'));
  });

  it('shows an officer nothing of what others threw away, and finds nothing under ids that are none', async () => {
    const other = site.visitor();
    await other.signIn(home.signIn('officer'));
    expect((await other.get(trashLink())).page.querySelector('main table')).toBeNull();
    expect((await visitor.post(restoreEntryLink('x'), {})).status).toBe(404);
  });
});
