import { beforeAll, describe, expect, it } from 'vitest';
import { testSite, type Visitor } from '../../../entry/testing.ts';
import { newId } from '#platform/db/id.ts';
import { communesCsvLink, communesLink } from '../links.ts';

let visitor: Visitor;

/** Every test file has the whole list to itself where it asks for these two provinces. */
const there = 'Tỉnh Thử Duyên Hải';
const elsewhere = 'Thành phố Thử Sông Hồng';

beforeAll(async () => {
  const { services, visitor: newVisitor } = await testSite();
  visitor = newVisitor();
  const rows: [name: string, province: string][] = [
    ['xã Đường Hoa', there],
    ['xã Dương Hoà', there],
    ['phường Nguyễn Trãi', elsewhere],
    ['xã =Công & <b>Thức</b>', elsewhere],
    ...Array.from({ length: 60 }, (_, at): [string, string] => [`xã Nhiều Trang ${at + 100}`, there]),
  ];
  for (const [name, province] of rows) {
    const id = newId<'tenant'>();
    await services.migrator.query(
      `insert into directory.tenant (id, kind, name, level, province_name, slug, created_at)
       values ($1, 'commune', $2, 'xa', $3, $4, now())`,
      [id, name, province, `x-${id}`],
    );
  }
});

const at = (path: string, query: Record<string, string>) => `${path}?${new URLSearchParams(query)}`;
const namesOn = async (query: Record<string, string>) =>
  (await visitor.get(at(communesLink, query))).page
    .querySelectorAll('tbody tr a')
    .map((link) => link.textContent);

describe('the public list of communes', () => {
  it('finds without marks, exact marks first, by either place of the tone, by Telex and by province', async () => {
    expect((await namesOn({ tim: 'duong ho', tinh: there })).toSorted()).toEqual([
      'xã Dương Hoà',
      'xã Đường Hoa',
    ]);
    expect((await namesOn({ tim: 'đường', tinh: there }))[0]).toBe('xã Đường Hoa');
    expect((await namesOn({ tim: 'dương', tinh: there }))[0]).toBe('xã Dương Hoà');
    expect((await namesOn({ tim: 'hòa', tinh: there }))[0]).toBe('xã Dương Hoà');
    expect(await namesOn({ tim: 'nguyeenx traix', tinh: elsewhere })).toEqual(['phường Nguyễn Trãi']);
    expect(await namesOn({ tim: 'nguyen trai thu song hong' })).toEqual(['phường Nguyễn Trãi']);
    expect(await namesOn({ tim: '%', tinh: elsewhere })).toEqual([]);
  });

  it('goes on from page to page without script, and back', async () => {
    const first = await visitor.get(at(communesLink, { tinh: there, tim: 'nhiều trang' }));
    expect(first.page.querySelectorAll('tbody tr')).toHaveLength(50);
    expect(first.page.querySelectorAll('script')).toHaveLength(0);
    const second = await visitor.get(first.page.querySelector('a[rel=next]')?.getAttribute('href') ?? '');
    expect(second.page.querySelectorAll('tbody tr')).toHaveLength(10);
    expect(second.text).toContain('51–60 trong 60');
    const back = await visitor.get(second.page.querySelector('a[rel=prev]')?.getAttribute('href') ?? '');
    expect(back.text).toContain('1–50 trong 60');
  });

  it('says what of an address it could not read, and bears any', async () => {
    const spoken = 'Có phần của địa chỉ không đọc được';
    expect((await visitor.get(at(communesLink, { tinh: 'Không có' }))).text).toContain(spoken);
    expect((await visitor.get(at(communesLink, { trang: 'x' }))).text).toContain(spoken);
    expect((await visitor.get(at(communesLink, { fbclid: 'x' }))).text).not.toContain(spoken);
    for (const tim of ["'--", '\u0000', '%5F', 'a'.repeat(5_000), '"', '()', '😀']) {
      expect([tim, (await visitor.get(at(communesLink, { tim }))).status]).toEqual([tim, 200]);
    }
    const none = await visitor.get(at(communesLink, { tim: 'khong xa nao ten the nay' }));
    expect(none.text).toContain('Không có xã nào khớp');
    expect(none.value('Tìm xã, phường')).toBe('khong xa nao ten the nay');
  });

  it('is open data of the same filter, in which no formula runs and no markup stands', async () => {
    const file = await visitor.get(at(communesCsvLink, { tinh: elsewhere }));
    expect(file.headers.get('content-type')).toContain('text/csv');
    const lines = file.body.trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('Tỉnh, thành phố');
    expect(file.body).toContain('/xa/x-');
    const screen = await visitor.get(at(communesLink, { tinh: elsewhere }));
    expect(screen.body).not.toContain('<b>Thức');
    const all = await visitor.get(at(communesCsvLink, { tinh: there, tim: 'nhiều trang' }));
    expect(all.body.trim().split('\r\n')).toHaveLength(61);
  });
});
