import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openIdProvider } from '#platform/oidc/identity-provider.ts';
import { signInAtProvider, startProvider, type TestProvider } from '#platform/oidc/testing.ts';
import { type Screen, testSite, type Visitor } from '../../../entry/testing.ts';
import { testTenant } from '../tenant/fixtures.ts';

let provider: TestProvider;
let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;

const settings = () => ({
  ...provider,
  label: 'Hệ thống của tỉnh',
  nameClaim: 'preferred_username',
  roleClaim: undefined as string | undefined,
  roles: new Map([
    ['cchc-quan-tri', 'admin'],
    ['cchc-dau-moi', 'focal'],
    ['cchc-la', 'khong-co'],
  ]),
});

beforeAll(async () => {
  provider = await startProvider('http://localhost/dang-nhap/sso/ve');
  site = await testSite({ identityProvider: openIdProvider(settings()) });
  home = await testTenant(site.services);
});

afterAll(() => provider.stop());

/** Leaves for the provider, signs in there as `subject~name~roles`, and comes back. */
async function through(visitor: Visitor, login: string, back = ''): Promise<Screen> {
  const away = await visitor.depart(`/dang-nhap/sso?ve=${encodeURIComponent(back)}`);
  const answer = new URL(await signInAtProvider(away, login));
  expect(answer.origin).toBe('http://localhost');
  return visitor.get(answer.pathname + answer.search);
}

describe('signing in by an identity provider', () => {
  it('is offered, opens the account of the name and goes on to the page that was asked for', async () => {
    const visitor = site.visitor();
    const page = await visitor.get('/dang-nhap?ve=%2Fnhiem-vu');
    expect(page.link('Đăng nhập bằng Hệ thống của tỉnh')).toBe('/dang-nhap/sso?ve=%2Fnhiem-vu');
    const screen = await through(visitor, `s1~${home.signIn('focal')}`, '/nhiem-vu');
    expect(screen.address).toBe('/nhiem-vu');
    expect((await visitor.get('/tai-khoan')).text).toContain('Người focal');
    const { rows } = await site.services.migrator.query(
      "select 1 from platform.audit_line where act = 'directory.account.link-provider'",
    );
    expect(rows).toHaveLength(1);
  });

  it('holds an account to the one subject that it was bound to', async () => {
    expect((await through(site.visitor(), `s2~${home.signIn('officer')}`)).heading).toBe('Tổng quan');
    expect((await through(site.visitor(), `s2~${home.signIn('officer')}`)).heading).toBe('Tổng quan');
    const other = await through(site.visitor(), `s3~${home.signIn('officer')}`);
    expect([other.heading, other.page.textContent.includes('đã gắn với người khác')]).toEqual([
      'Đăng nhập',
      true,
    ]);
    const renamed = await through(site.visitor(), `s2~${home.signIn('leader')}`);
    expect(renamed.page.textContent).toContain('đã gắn với người khác');
  });

  it('refuses a name that has no account', async () => {
    for (const name of ['khong-co-ai', '', 'mai@xa.example.vn', "' or 1=1"]) {
      const screen = await through(site.visitor(), `s9~${name}`);
      expect(screen.page.textContent).toContain('Chưa có tài khoản Sáu Rõ với tên này');
    }
  });

  it('takes no answer of another browser, of another attempt, or made up', async () => {
    const visitor = site.visitor();
    const away = await visitor.depart('/dang-nhap/sso');
    const answer = new URL(await signInAtProvider(away, `s1~${home.signIn('focal')}`));
    const thief = await site.visitor().get(answer.pathname + answer.search);
    expect(thief.page.textContent).toContain('Chưa đăng nhập được qua hệ thống kia');
    await visitor.depart('/dang-nhap/sso');
    const stale = await visitor.get(answer.pathname + answer.search);
    expect(stale.page.textContent).toContain('Chưa đăng nhập được qua hệ thống kia');
    for (const made of ['', '?code=x&state=y', '?error=access_denied', '?code=%00&state=%FF']) {
      await visitor.depart('/dang-nhap/sso');
      const screen = await visitor.get(`/dang-nhap/sso/ve${made}`);
      expect([screen.status, screen.heading]).toEqual([200, 'Đăng nhập']);
    }
  });

  it('asks for the second factor that the account has here', async () => {
    await site.services.migrator.query(
      `insert into directory.authenticator (tenant_id, account_id, secret, begun_at, confirmed_at)
       values ($1, $2, '\\x00112233445566778899', now(), now())`,
      [home.tenant.id, home.people.get(home.signIn('clerk'))?.accountId],
    );
    const screen = await through(site.visitor(), `s4~${home.signIn('clerk')}`);
    expect(screen.heading).toBe('Bước hai của đăng nhập');
  });

  it('is not there where none is named, and says so when it does not answer', async () => {
    const bare = await testSite();
    expect((await bare.visitor().get('/dang-nhap')).hasLink(/Đăng nhập bằng/)).toBe(false);
    expect((await bare.visitor().get('/dang-nhap/sso')).status).toBe(404);
    const identityProvider = openIdProvider({ ...settings(), issuer: 'http://127.0.0.1:1' });
    const lost = await testSite({ identityProvider });
    const screen = await lost.visitor().get('/dang-nhap/sso');
    expect(screen.page.textContent).toContain('Hệ thống kia chưa trả lời');
  });
});

describe('roles of an identity provider', () => {
  it('replace those of the account, and without any there is no way in', async () => {
    const identityProvider = openIdProvider({ ...settings(), roleClaim: 'realm_access.roles' });
    const mapped = await testSite({ identityProvider });
    const commune = await testTenant(mapped.services);
    const name = commune.signIn('auditor');
    const visitor = mapped.visitor();
    await through(visitor, `r1~${name}~cchc-quan-tri,cchc-dau-moi,offline_access`);
    const account = await visitor.get('/tai-khoan');
    const who = account.page.querySelector('#who')?.textContent;
    expect(who).toContain('Quản trị');
    expect(who).toContain('Công chức đầu mối');
    expect(who).not.toContain('Kiểm tra');
    expect((await visitor.get('/quan-tri/dang-nhap')).status).toBe(200);
    for (const roles of ['offline_access', 'cchc-la', '']) {
      const refused = await through(mapped.visitor(), `r1~${name}~${roles}`);
      expect(refused.page.textContent).toContain('chưa giao vai trò nào');
    }
    const { rows } = await mapped.services.migrator.query<{ before: object; after: object }>(
      "select before, after from platform.audit_line where act = 'directory.account.take-provider-roles'",
    );
    expect(rows).toEqual([{ before: { roles: ['auditor'] }, after: { roles: ['admin', 'focal'] } }]);
  });
});
