import { beforeAll, describe, expect, it } from 'vitest';
import { testSite } from '../../../entry/testing.ts';
import { testPassword, testTenant } from '../tenant/fixtures.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
});

async function signedIn(role: Parameters<typeof home.signIn>[0]) {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(role));
  return visitor;
}

/** As if the person had sat there for so long. */
async function wait(role: Parameters<typeof home.signIn>[0], minutes: number) {
  await site.services.migrator.query(
    `update directory.session s set opened_at = opened_at - make_interval(mins => $2), proven_at = null
     from directory.account a where a.id = s.account_id and a.sign_in_name = $1`,
    [home.signIn(role), minutes],
  );
}

describe('my account', () => {
  it('says who one is and where one is signed in', async () => {
    const visitor = await signedIn('focal');
    const screen = await visitor.get('/tai-khoan');
    expect(screen.heading).toBe('Tài khoản của tôi');
    for (const words of [
      'Người focal',
      home.signIn('focal'),
      'Công chức đầu mối',
      'Máy này',
      '10:30 12/05/2026',
    ])
      expect(screen.text).toContain(words);
  });

  it('signs one device out, and then everywhere', async () => {
    const here = await signedIn('officer');
    const there = await signedIn('officer');
    const screen = await here.get('/tai-khoan');
    expect(screen.text).toMatch(/Nơi đang đăng nhập 2/);
    const elsewhere = screen.page
      .querySelectorAll('tbody tr')
      .find((row) => !row.textContent.includes('Máy này'))
      ?.querySelector('form')
      ?.getAttribute('action');
    const closed = await here.post(elsewhere ?? '', {});
    expect(closed.page.textContent).toContain('Đã đăng xuất khỏi thiết bị đó.');
    expect(closed.text).toMatch(/Nơi đang đăng nhập 1/);
    expect((await there.get('/tai-khoan')).heading).toBe('Đăng nhập');
    const out = await here.submit(closed, 'Đăng xuất khỏi mọi nơi');
    expect(out.heading).toBe('Đăng nhập');
    expect((await here.get('/tai-khoan')).heading).toBe('Đăng nhập');
  });

  it('does not sign out somebody else', async () => {
    const mine = await signedIn('clerk');
    const own = await mine.get('/tai-khoan');
    const form = own.form(/Đăng xuất .*mở lúc/);
    const other = await signedIn('community');
    expect((await other.post(form.action, {})).status).toBe(404);
    expect((await other.post('/tai-khoan/phien/x/dong', {})).status).toBe(404);
    expect((await mine.get('/tai-khoan')).heading).toBe('Tài khoản của tôi');
  });

  it('asks for the password again before it is changed, and comes back', async () => {
    const visitor = await signedIn('leader');
    await wait('leader', 11);
    const asked = await visitor.get('/tai-khoan/mat-khau');
    expect(asked.heading).toBe('Xác nhận đúng là anh, chị');
    const wrong = await visitor.submit(asked, 'Xác nhận', { password: 'không phải' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Mật khẩu chưa đúng');
    const form = await visitor.submit(wrong, 'Xác nhận', { password: testPassword });
    expect(form.address).toBe('/tai-khoan/mat-khau');
    const unlike = await visitor.submit(form, 'Đổi mật khẩu', { fresh: 'uống trà sen', again: 'uống trà' });
    expect(unlike.text).toContain('Hai lần nhập chưa giống nhau');
    const fresh = 'uống trà sen buổi sáng';
    const weak = await visitor.submit(form, 'Đổi mật khẩu', { fresh: 'ngắn', again: 'ngắn' });
    expect(weak.status).toBe(422);
    expect(weak.text).toContain('ít nhất 10 ký tự');
    const done = await visitor.submit(form, 'Đổi mật khẩu', { fresh, again: fresh });
    expect(done.address).toBe('/tai-khoan');
    const again = site.visitor();
    expect((await again.signIn(home.signIn('leader'))).status).toBe(422);
    expect((await again.signIn(home.signIn('leader'), fresh)).heading).toBe('Tổng quan');
  });

  it('leads a form sent too late to the proof and back to its page', async () => {
    const visitor = await signedIn('auditor');
    await wait('auditor', 30);
    const fresh = 'một câu không ai đoán ra';
    const asked = await visitor.post(
      '/tai-khoan/mat-khau',
      { fresh, again: fresh },
      { referer: 'http://localhost/tai-khoan/mat-khau' },
    );
    expect(asked.address).toBe('/tai-khoan/xac-nhan?ve=%2Ftai-khoan%2Fmat-khau');
  });

  it('stops guessing at the proof after ten tries', async () => {
    const visitor = await signedIn('unit-head');
    let last = await visitor.get('/tai-khoan/xac-nhan');
    for (let tries = 0; tries < 11; tries += 1)
      last = await visitor.post('/tai-khoan/xac-nhan', { password: `sai ${tries}` });
    expect(last.text).toContain('Đã thử quá nhiều lần');
    const { rows } = await site.services.migrator.query(
      "select 1 from platform.audit_line where act = 'directory.session.fail-proof' and actor_name = 'Người unit-head'",
    );
    expect(rows).toHaveLength(10);
  });

  it('speaks English too', async () => {
    const visitor = await signedIn('admin');
    await visitor.get('/ngon-ngu?ma=en&ve=/');
    expect((await visitor.get('/tai-khoan')).heading).toBe('My account');
  });
});
