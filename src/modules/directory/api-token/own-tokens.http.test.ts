import { beforeAll, describe, expect, it } from 'vitest';
import { testSite } from '../../../entry/testing.ts';
import { plainDateAt } from '#platform/clock/plain-date.ts';
import { testPassword, testTenant } from '../tenant/fixtures.ts';

const page = '/tai-khoan/khoa';
let moment = new Date('2026-05-12T10:30:00+07:00');
const clock = { now: () => moment, today: () => plainDateAt(moment) };
let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  site = await testSite({ clock });
  home = await testTenant(site.services);
});

async function signedIn(role: 'focal' | 'clerk' | 'officer') {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(role));
  return visitor;
}

const opens = async (key: string) =>
  (
    await site.app.fetch(
      new Request('http://localhost/api/v1/tasks', { headers: { authorization: `Bearer ${key}` } }),
    )
  ).status;

describe('the page of own keys', () => {
  it('makes a key, shows it once, and revokes it', async () => {
    const visitor = await signedIn('focal');
    const typed = { name: 'Đồng bộ một cửa', days: '30', scopes: 'read', addresses: '' };
    const made = await visitor.submit(await visitor.get(page), 'Tạo khóa', typed);
    expect([made.status, made.heading]).toEqual([200, 'Khóa đã tạo']);
    expect(made.headers.get('cache-control')).toContain('no-store');
    const key = made.page.querySelector('code')?.textContent ?? '';
    expect(key).toMatch(/^sauro_[0-9a-f]{104}$/);
    expect(await opens(key)).toBe(200);

    const list = await visitor.get(page);
    expect(list.text).toContain('Đồng bộ một cửa');
    expect(list.body).not.toContain(key.slice(20));
    const revoked = await visitor.submit(list, 'Thu hồi: khóa Đồng bộ một cửa');
    expect(revoked.body).toContain('Đã thu hồi khóa.');
    expect(revoked.text).toContain('Đã thu hồi');
    expect(revoked.hasButton('Thu hồi: khóa Đồng bộ một cửa')).toBe(false);
    expect(await opens(key)).toBe(401);
  });

  it('keeps what was typed where something is wrong, and names it beside its field', async () => {
    const visitor = await signedIn('clerk');
    const typed = { name: 'Máy in', days: '90', scopes: 'read', addresses: '203.0.113.7\nkhông phải mạng' };
    const wrong = await visitor.submit(await visitor.get(page), 'Tạo khóa', typed);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Có dòng không phải địa chỉ hoặc mạng.');
    expect(wrong.value('Tên khóa')).toBe('Máy in');
    expect(wrong.value('Dùng được trong')).toBe('90');
    expect(wrong.value('Chỉ nhận từ địa chỉ mạng')).toContain('không phải mạng');
    expect(wrong.form('Tạo khóa').values.scopes).toBe('read');
    const mended = await visitor.submit(wrong, 'Tạo khóa', { addresses: '203.0.113.7' });
    expect(mended.heading).toBe('Khóa đã tạo');
    const twice = await visitor.submit(await visitor.get(page), 'Tạo khóa', { ...typed, addresses: '' });
    expect([twice.status, twice.text.includes('Đã có khóa đang dùng mang tên này.')]).toEqual([422, true]);
  });

  it('gives no scope that the person has not, whatever is sent', async () => {
    const visitor = await signedIn('officer');
    const shown = await visitor.get(page);
    for (const scope of ['directory.account', 'directory.password-link', '*', '']) {
      const sent = await visitor.submit(shown, 'Tạo khóa', { name: `Quá ${scope}`, scopes: scope });
      expect([scope, sent.status]).toEqual([scope, 422]);
    }
  });

  it('asks who is there once the proof is old, to see it and to make one', async () => {
    const visitor = await signedIn('focal');
    const shown = await visitor.get(page);
    moment = new Date(moment.getTime() + 11 * 60_000);
    expect((await visitor.get(page)).heading).toBe('Xác nhận đúng là anh, chị');
    const form = shown.form('Tạo khóa');
    const late = { ...form.values, name: 'Muộn', scopes: 'read' };
    const asked = await visitor.post(form.action, late, { referer: `http://localhost${page}` });
    expect(asked.heading).toBe('Xác nhận đúng là anh, chị');
    const back = await visitor.submit(asked, 'Xác nhận', { password: testPassword });
    expect(back.heading).toBe('Khóa API');
    expect(back.text).not.toContain('Muộn');
  });

  it('revokes no key of somebody else', async () => {
    const owner = await signedIn('focal');
    await owner.submit(await owner.get(page), 'Tạo khóa', { name: 'Của tôi', scopes: 'read' });
    const list = await owner.get(page);
    const { action } = list.form('Thu hồi: khóa Của tôi');
    const other = await signedIn('clerk');
    expect((await other.post(action, {})).status).toBe(404);
    expect((await owner.get(page)).hasButton('Thu hồi: khóa Của tôi')).toBe(true);
    expect((await site.visitor().get(page)).heading).toBe('Đăng nhập');
  });
});
