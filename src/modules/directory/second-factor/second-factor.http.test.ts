import { Secret, TOTP } from 'otpauth';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Screen, testSite, type Visitor } from '../../../entry/testing.ts';
import { testPassword, testTenant } from '../tenant/fixtures.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;
type Role = Parameters<typeof home.signIn>[0];

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
});

async function signedIn(role: Role): Promise<Visitor> {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(role));
  return visitor;
}

/** What the app on the telephone shows, so many 30-second steps from now. */
function codeOf(secret: string, stepsAhead = 0): string {
  const timestamp = site.services.clock.now().getTime() + stepsAhead * 30_000;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

async function turnedOn(
  role: Role,
): Promise<{ visitor: Visitor; secret: string; codes: string[]; shown: Screen }> {
  const visitor = await signedIn(role);
  const screen = await visitor.get('/tai-khoan/hai-buoc');
  const begun = screen.hasButton('Bắt đầu') ? await visitor.submit(screen, 'Bắt đầu') : screen;
  const secret = begun.page.querySelector('code')?.textContent.replaceAll(' ', '') ?? '';
  const shown = await visitor.submit(begun, 'Bật xác thực hai bước', { code: codeOf(secret, -1) });
  const codes = shown.page.querySelectorAll('ol code').map((code) => code.textContent);
  return { visitor, secret, codes, shown };
}

const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('a second factor', () => {
  it('is turned on by a first code, and shows ten recovery codes once', async () => {
    const { visitor, secret, codes, shown } = await turnedOn('focal');
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(shown.heading).toBe('Mã dự phòng');
    expect(new Set(codes).size).toBe(10);
    expect(codes[0]).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    const again = await visitor.get('/tai-khoan/hai-buoc');
    expect(again.text).toContain('Đang bật');
    expect(again.body).not.toContain(codes[0]);
    const { rows } = await site.services.migrator.query<{ all: string }>(
      `select (select string_agg(c::text, ' ') from directory.recovery_code c) ||
              (select string_agg(l::text, ' ') from platform.audit_line l) as all`,
    );
    expect(rows[0]?.all).not.toContain(codes[0]?.replaceAll('-', ''));
    expect(rows[0]?.all).not.toContain(secret);
  });

  it('is not on while its first code is wrong', async () => {
    const visitor = await signedIn('auditor');
    const begun = await visitor.submit(await visitor.get('/tai-khoan/hai-buoc'), 'Bắt đầu');
    const secret = begun.page.querySelector('code')?.textContent.replaceAll(' ', '') ?? '';
    expect(begun.page.querySelector('svg[role="img"]')?.getAttribute('aria-label')).toContain('quét');
    const wrong = await visitor.submit(begun, 'Bật xác thực hai bước', { code: wrongOf(codeOf(secret)) });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Mã chưa đúng');
    expect(wrong.text).toContain(secret.slice(0, 4));
    expect((await site.visitor().signIn(home.signIn('auditor'))).heading).toBe('Tổng quan');
  });

  it('is asked for after the password, and its code is good once', async () => {
    const { secret } = await turnedOn('officer');
    const visitor = site.visitor();
    await visitor.get('/dang-nhap?ve=%2Fnhiem-vu');
    const asked = await visitor.submit(await visitor.get('/dang-nhap?ve=%2Fnhiem-vu'), 'Đăng nhập', {
      name: home.signIn('officer'),
      password: testPassword,
    });
    expect(asked.heading).toBe('Bước hai của đăng nhập');
    expect((await visitor.get('/nhiem-vu')).heading).toBe('Đăng nhập');
    const step = await visitor.get(asked.address);
    const wrong = await visitor.submit(step, 'Đăng nhập', { code: wrongOf(codeOf(secret)) });
    expect(wrong.status).toBe(422);
    const code = codeOf(secret);
    expect((await visitor.submit(step, 'Đăng nhập', { code })).address).toBe('/nhiem-vu');
    const thief = site.visitor();
    const replay = await thief.submit(await thief.signIn(home.signIn('officer')), 'Đăng nhập', { code });
    expect(replay.status).toBe(422);
  });

  it('may be a recovery code, once', async () => {
    const { codes } = await turnedOn('leader');
    const visitor = site.visitor();
    const code = codes[3]?.toLowerCase() ?? '';
    const asked = await visitor.signIn(home.signIn('leader'));
    expect((await visitor.submit(asked, 'Đăng nhập', { code })).heading).toBe('Tổng quan');
    expect((await visitor.get('/tai-khoan')).text).toContain('Còn 9 mã dự phòng');
    const again = site.visitor();
    const refused = await again.submit(await again.signIn(home.signIn('leader')), 'Đăng nhập', { code });
    expect(refused.status).toBe(422);
  });

  it('is not guessed', async () => {
    await turnedOn('clerk');
    const visitor = site.visitor();
    let last = await visitor.signIn(home.signIn('clerk'));
    for (let tries = 0; tries < 11; tries += 1) {
      last = await visitor.post('/dang-nhap/buoc-hai', { code: String(100_000 + tries) });
    }
    expect(last.text).toContain('Đã thử quá nhiều lần');
  });

  it('opens nothing without the password before it', async () => {
    const visitor = site.visitor();
    expect((await visitor.get('/dang-nhap/buoc-hai')).address).toBe('/dang-nhap');
    expect((await visitor.post('/dang-nhap/buoc-hai', { code: '123456' })).heading).toBe('Đăng nhập');
  });

  it('is itself the proof before it is turned off', async () => {
    const { visitor, secret, codes } = await turnedOn('community');
    await site.services.migrator.query(
      "update directory.session set opened_at = opened_at - interval '11 minutes'",
    );
    const screen = await visitor.get('/tai-khoan/hai-buoc');
    const asked = await visitor.submit(screen, 'Tắt xác thực hai bước');
    expect(asked.heading).toBe('Xác nhận đúng là anh, chị');
    const byPassword = await visitor.post('/tai-khoan/xac-nhan', { password: testPassword });
    expect(byPassword.status).toBe(422);
    await visitor.submit(asked, 'Xác nhận', { code: codeOf(secret, 1) });
    const renewed = await visitor.submit(await visitor.get('/tai-khoan/hai-buoc'), 'Tạo mã dự phòng mới');
    expect(renewed.body).not.toContain(codes[0]);
    const off = await visitor.submit(await visitor.get('/tai-khoan/hai-buoc'), 'Tắt xác thực hai bước');
    expect(off.text).toContain('Chưa bật.');
    expect((await site.visitor().signIn(home.signIn('community'))).heading).toBe('Tổng quan');
  });
});

describe('the rules of the tenant', () => {
  it('demand a second factor of a role, which then gets no further than the own account', async () => {
    const admin = await signedIn('admin');
    const rules = await admin.get('/quan-tri/dang-nhap');
    expect(rules.heading).toMatch(/^Quy định và tài khoản đăng nhập \d+$/);
    const odd = await admin.post('/quan-tri/dang-nhap', { roles: 'khong-co' });
    expect(odd.status).toBe(422);
    const saved = await admin.submit(rules, 'Lưu quy định', { roles: 'unit-head' });
    expect(saved.field(/Trưởng phòng/).hasAttribute('checked')).toBe(true);
    const visitor = site.visitor();
    const held = await visitor.signIn(home.signIn('unit-head'));
    expect(held.address).toBe('/tai-khoan/hai-buoc');
    expect(held.text).toContain('bắt buộc xác thực hai bước');
    expect((await visitor.post('/tai-khoan/hai-buoc', {})).heading).toBe('Xác thực hai bước');
    expect((await visitor.get('/nhiem-vu')).address).toBe('/tai-khoan/hai-buoc');
    const { visitor: free } = await turnedOn('unit-head');
    expect((await free.get('/nhiem-vu')).heading).toContain('Nhiệm vụ');
    expect((await free.get('/tai-khoan/hai-buoc')).hasButton('Tắt xác thực hai bước')).toBe(false);
    expect((await free.post('/tai-khoan/hai-buoc/tat', {})).page.textContent).toContain('không tắt được');
  });

  it('let an administrator help who has lost it, but not themselves', async () => {
    const { visitor: stuck } = await turnedOn('auditor');
    const { visitor: admin } = await turnedOn('admin');
    const rules = await admin.get('/quan-tri/dang-nhap');
    const helped = await admin.submit(rules, /Bỏ bước hai của Người auditor/);
    expect(helped.page.textContent).toContain('Đã bỏ bước hai');
    expect((await stuck.get('/tai-khoan')).heading).toBe('Đăng nhập');
    expect((await site.visitor().signIn(home.signIn('auditor'))).heading).toBe('Tổng quan');
    const own = home.people.get(home.signIn('admin'))?.accountId ?? '';
    expect((await admin.post(`/quan-tri/dang-nhap/${own}/bo-buoc-hai`, {})).status).toBe(403);
  });
});
