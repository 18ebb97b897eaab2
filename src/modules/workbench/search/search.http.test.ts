import { beforeAll, describe, expect, it } from 'vitest';
import { builtInRoles, type BuiltInRole } from '#modules/directory/account/role.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { plantTasks } from '#modules/planning/task/fixtures.ts';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { searchDataLink, searchLink } from '../links.ts';
import { placesOf } from './places.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
let away: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
  away = await testTenant(site.services);
  const titles = [
    'Sửa dương cầm',
    'Sửa đường thôn Đồng Kỳ',
    ...Array.from({ length: 12 }, (_, n) => `Quét vôi ${n}`),
  ];
  await home.as(home.signIn('focal'), 'write', (ctx) =>
    plantTasks(
      ctx,
      titles.map((title) => ({ title })),
    ),
  );
  await away.as(away.signIn('focal'), 'write', (ctx) => plantTasks(ctx, [{ title: 'Việc kín nơi khác' }]));
});

async function visitorAs(role: BuiltInRole): Promise<Visitor> {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(role));
  return visitor;
}

interface Found {
  said: string;
  groups: { title: string; hits: { title: string; note?: string; href: string }[] }[];
}

async function found(visitor: Visitor, q: string): Promise<Found> {
  const answer = await visitor.get(`${searchDataLink}?${new URLSearchParams({ q })}`);
  expect(answer.status).toBe(200);
  return JSON.parse(answer.body) as Found;
}

const titlesOf = ({ groups }: Found) => groups.flatMap((group) => group.hits.map((hit) => hit.title));

describe('the search of everything', () => {
  it('is a form on every page, and a page that works without script', async () => {
    const visitor = await visitorAs('focal');
    const start = await visitor.get('/tong-quan');
    expect(start.field('Tìm trong mọi trang').closest('form')?.getAttribute('action')).toBe('/tim');
    const page = await visitor.get(searchLink('dong duong'));
    expect(page.text).toContain('Sửa đường thôn Đồng Kỳ');
    expect(page.value('Tìm gì')).toBe('dong duong');
    expect((await visitor.get(page.link(/^Sửa đường thôn/))).heading).toContain('Sửa đường thôn Đồng Kỳ');
  });

  it('shows exact marks first, counts, and leads to the whole list', async () => {
    const visitor = await visitorAs('focal');
    expect(titlesOf(await found(visitor, 'đường'))).toEqual(['Sửa đường thôn Đồng Kỳ', 'Sửa dương cầm']);
    const many = await found(visitor, 'voi quet');
    expect(many.said).toBe('12 kết quả');
    const all = many.groups.at(-1)?.hits.at(-1);
    expect(all?.title).toBe('Xem tất cả 12 kết quả trong Nhiệm vụ');
    expect((await visitor.get(all?.href ?? '')).text).toContain('Quét vôi 11');
  });

  it('finds pages and things to do by name, also by keys of an input method', async () => {
    const visitor = await visitorAs('focal');
    expect(titlesOf(await found(visitor, 'giao vieejc'))).toContain('Giao việc…');
    expect(titlesOf(await found(visitor, 'tai ke hoach'))).toContain('Tải kế hoạch lên');
    expect(titlesOf(await found(visitor, 'mat khau'))).toContain('Đổi mật khẩu');
    expect(titlesOf(await found(visitor, ''))).toContain('Phím tắt');
  });

  it('says near misses, too little, and nothing', async () => {
    const visitor = await visitorAs('focal');
    expect(await found(visitor, 'sua duogn')).toMatchObject({
      said: 'Không thấy đúng, gần giống:',
      groups: [{ title: 'Nhiệm vụ' }],
    });
    expect((await found(visitor, 'a')).said).toContain('một chữ cái');
    const none = await found(visitor, 'zzzzzz qqqq');
    expect(none).toEqual({ said: 'Không thấy gì khớp “zzzzzz qqqq”', groups: [] });
    expect((await visitor.get(searchLink('zzzzzz'))).text).toContain('Không thấy gì khớp “zzzzzz”');
  });

  it('is helped by the task list too, which says what is nearly so', async () => {
    const visitor = await visitorAs('focal');
    const page = await visitor.get('/nhiem-vu?tim=sua+duogn+thon');
    expect(page.text).toContain('Không thấy đúng, gần giống:');
    expect(page.hasLink(/^Sửa đường thôn/)).toBe(true);
    expect((await visitor.get('/nhiem-vu?tim=zzzzzz')).text).not.toContain('gần giống');
  });

  it('shows nobody what they may not see', async () => {
    expect(titlesOf(await found(await visitorAs('focal'), 'viec kin'))).toEqual([]);
    expect(titlesOf(await found(await visitorAs('community'), 'dong ky'))).toEqual([]);
    const name = home.people.get(home.signIn('leader'))?.name ?? '';
    expect(titlesOf(await found(await visitorAs('officer'), name))).toEqual([]);
    expect(titlesOf(await found(await visitorAs('admin'), name))).toContain(name);
    expect(titlesOf(await found(await visitorAs('admin'), home.signIn('leader')))).toContain(name);
    expect(titlesOf(await found(await visitorAs('admin'), 'phong kinh te'))).toContain('Phòng Kinh tế');
  });

  it('only names pages that open', async () => {
    for (const role of Object.keys(builtInRoles) as BuiltInRole[]) {
      if (role === 'province') continue;
      const visitor = await visitorAs(role);
      const actor = home.people.get(home.signIn(role));
      for (const place of actor ? placesOf(actor) : []) {
        const { status } = await visitor.get(place.href);
        expect({ role, place: place.name, status }).toEqual({ role, place: place.name, status: 200 });
      }
    }
  });

  it('takes whatever is typed', async () => {
    const visitor = await visitorAs('admin');
    for (const q of [
      '%',
      '_',
      '\\',
      "'; drop table x; --",
      '<script>',
      '\u0000',
      '"',
      'ă'.repeat(9_000),
      '😀',
      '12/KH-UBND',
    ]) {
      expect((await visitor.get(searchLink(q))).status).toBe(200);
      await found(visitor, q);
    }
    expect((await visitor.get('/tim?q=a&q=b&q[]=c')).status).toBe(200);
  });
});
