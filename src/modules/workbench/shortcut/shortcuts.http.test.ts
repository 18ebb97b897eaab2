import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { readPlanNow } from '#modules/planning/index.server.ts';
import { draftLink } from '#modules/planning/links.ts';
import { reviewKeys } from '#modules/planning/plan-draft/review-keys.ts';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { keysLink } from '../links.ts';
import { goKeys } from './key-map.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let visitor: Visitor;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  visitor = site.visitor();
  await visitor.signIn(home.signIn('focal'));
});

const paper =
  'KẾ HOẠCH\nCải cách hành chính năm 2026\nSTT\tNhiệm vụ\tSản phẩm\tCơ quan chủ trì\tThời gian\n1\tRà soát thủ tục\tBáo cáo\tPhòng Kinh tế\tQuý II/2026\n2\tKiểm tra\tBáo cáo\tPhòng Kinh tế\tQuý III/2026\n';

describe('the keyboard map', () => {
  it('is a page, with the keys of the review', async () => {
    const page = await visitor.get(keysLink);
    for (const words of ['Ctrl K', 'g rồi n', 'Dòng sau', 'tách tại con trỏ', 'Xem phím tắt'])
      expect(page.text).toContain(words);
    expect((await visitor.get(page.link('Tài khoản của tôi'))).text).toContain('Phím tắt một chữ');
  });

  it('knows every key that the review answers to', async () => {
    const draft = await readPlanNow((mode, work) => home.as(home.signIn('focal'), mode, work), {
      fileName: 'ke-hoach.txt',
      bytes: Buffer.from(paper),
    });
    const list = await visitor.get(draftLink(draft));
    const open = list.page.querySelector('a.disclosure-head')?.getAttribute('href') ?? '';
    const page = await visitor.get(open.replaceAll('&amp;', '&').split('#')[0] ?? '');
    const carried = page.page
      .querySelectorAll('[aria-keyshortcuts]')
      .flatMap((element) => (element.getAttribute('aria-keyshortcuts') ?? '').split(' '));
    expect(carried).toContain('Control+ArrowUp');
    const known: string[] = reviewKeys.flatMap(({ combinations }) => [...combinations]);
    expect(carried.filter((combination) => !known.includes(combination))).toEqual([]);
  });

  it('goes by another letter to each area', () => {
    const letters = Object.values(goKeys).map(({ letter }) => letter);
    expect(new Set(letters).size).toBe(letters.length);
  });

  it('marks the areas that the person may open', async () => {
    const letterOf = async (who: Visitor) =>
      (await who.get('/tong-quan')).page
        .querySelectorAll('[data-go]')
        .map((link) => link.getAttribute('data-go'));
    expect(await letterOf(visitor)).toEqual(expect.arrayContaining(['t', 'k', 'n', 'c', 'l', 'd', 'm']));
    const villager = site.visitor();
    await villager.signIn(home.signIn('community'));
    expect(await letterOf(villager)).not.toContain('d');
  });
});

describe('keys of one letter', () => {
  it('are turned off for one person, and on again, with an audit line', async () => {
    const isOff = async (who: Visitor) =>
      (await who.get('/tong-quan')).page.querySelector('body')?.getAttribute('data-plain-keys') === 'off';
    expect(await isOff(visitor)).toBe(false);
    const said = await visitor.submit(await visitor.get('/tai-khoan'), 'Tắt phím một chữ');
    expect(said.text).toContain('Đã tắt các phím một chữ.');
    expect(await isOff(visitor)).toBe(true);
    const other = site.visitor();
    await other.signIn(home.signIn('leader'));
    expect(await isOff(other)).toBe(false);
    await visitor.submit(said, 'Bật phím một chữ');
    expect(await isOff(visitor)).toBe(false);
    const { rows } = await site.services.migrator.query<{ after: unknown }>(
      "select after from platform.audit_line where act = 'directory.account.choose-keys' order by at, id",
    );
    expect(rows.map((row) => row.after)).toEqual([{ hasPlainKeys: false }, { hasPlainKeys: true }]);
  });
});
