import { beforeAll, describe, expect, it } from 'vitest';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { newUnitLink, unitsLink } from '../links.ts';
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

describe('the units of an office', () => {
  it('are added, renamed, ended and restored on their pages', async () => {
    const added = await visitor.submit(await visitor.get(newUnitLink), 'Lưu', { name: 'Thôn Đoài' });
    expect(added.heading).toBe('Đơn vị 5');
    const renamed = await visitor.submit(await visitor.get(added.link('Thôn Đoài')), 'Lưu', {
      name: '<b>Thôn</b> Đoài',
    });
    expect(renamed.text).toContain('<b>Thôn</b> Đoài');
    expect(renamed.body).not.toContain('<b>Thôn</b>');
    const ended = await visitor.submit(await visitor.get(renamed.link(/Đoài/)), 'Kết thúc đơn vị');
    expect(ended.text).toContain('Kết thúc 12/05/2026');
    const restored = await visitor.submit(await visitor.get(ended.link(/Đoài/)), 'Khôi phục');
    expect(restored.heading).toBe('Đơn vị 5');
  });

  it('keep what was typed when it is refused', async () => {
    const empty = await visitor.submit(await visitor.get(newUnitLink), 'Lưu', { name: '' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Ghi tên đơn vị');
    const taken = await visitor.submit(empty, 'Lưu', { name: 'phong kinh te' });
    expect(taken.status).toBe(422);
    expect(taken.value('Tên đơn vị')).toBe('phong kinh te');
    const list = await visitor.get(unitsLink);
    const busy = await visitor.submit(await visitor.get(list.link('Phòng Kinh tế')), 'Kết thúc đơn vị', {
      endOn: '31/02/2026',
    });
    expect(busy.value('Ngày kết thúc')).toBe('31/02/2026');
    expect((await visitor.submit(busy, 'Kết thúc đơn vị', { endOn: '12/05/2026' })).text).toContain(
      'còn cán bộ',
    );
  });

  it('are shown in English, and to administrators alone', async () => {
    const english = await visitor.get((await visitor.get(unitsLink)).link('English'));
    expect(english.heading).toBe('Units 5');
    await visitor.get(english.link('Tiếng Việt'));
    const other = site.visitor();
    const landed = await other.signIn(home.signIn('officer'));
    expect(landed.hasLink('Đơn vị')).toBe(false);
    expect((await other.get(unitsLink)).status).toBe(403);
  });
});
