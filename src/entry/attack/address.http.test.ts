import { beforeAll, describe, expect, it } from 'vitest';
import { furnishedCommune } from '#modules/planning/plan-draft/fixtures.ts';
import { testPassword } from '#modules/directory/tenant/fixtures.ts';
import { buildApp } from '../app.ts';
import { testSite, type Visitor } from '../testing.ts';
import { allRoutes, formsOf, type Site, walk } from './testing.ts';

const outside = [
  '//evil.example',
  '//evil.example/%2e%2e',
  '/\\evil.example',
  '\\\\evil.example',
  '/%09/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\nLocation: https://evil.example',
  'https://evil.example',
  'https:evil.example',
  'http://localhost.evil.example',
  'http://localhost@evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  ' //evil.example',
  '/;@evil.example',
  '.evil.example',
  '@evil.example',
  '/..//evil.example',
  '/./\\evil.example',
  '///evil.example',
  '/%5cevil.example',
  '／／evil.example',
] as const;

let site: Site;
let home: Awaited<ReturnType<typeof furnishedCommune>>;
let focal: Visitor;

beforeAll(async () => {
  site = await testSite();
  home = await furnishedCommune(site.services);
  focal = site.visitor();
  await focal.signIn(home.signIn('focal'));
});

/** Where a browser would end up that follows an answer: undefined where it stays. */
function leadsTo(response: Response, asked: string): string | undefined {
  const to = response.headers.get('location') ?? /url=(.*)/i.exec(response.headers.get('refresh') ?? '')?.[1];
  return to ? new URL(to, new URL(asked, 'http://localhost')).host : undefined;
}

async function ask(path: string, init: RequestInit = {}, visitor = focal): Promise<Response> {
  const headers = {
    cookie: visitor.cookies,
    origin: 'http://localhost',
    ...(init.headers as Record<string, string>),
  };
  return site.app.fetch(new Request(new URL(path, 'http://localhost'), { ...init, headers }));
}

describe('no address leads away', () => {
  it('that stands in a parameter of any page, whether signed in or not', async () => {
    const away: string[] = [];
    const names = [
      've',
      'next',
      'return',
      'returnTo',
      'redirect',
      'redirect_uri',
      'url',
      'to',
      'back',
      'continue',
    ];
    const gets = [
      ...allRoutes.filter((one) => one.verb === 'get').map((one) => one.path),
      '/ngon-ngu',
      '/giao-dien',
    ];
    for (const path of gets) {
      for (const to of outside) {
        const address = `${path.replaceAll(/:\w+/g, 'x')}?${new URLSearchParams(names.map((name) => [name, to]))}`;
        for (const visitor of [focal, site.visitor()]) {
          const host = leadsTo(await ask(address, {}, visitor), address);
          if (host !== undefined && host !== 'localhost') away.push(`${path} ${to}: ${host}`);
        }
      }
    }
    expect(away).toEqual([]);
  });

  it('that stands in a hidden field of any form', async () => {
    const away: string[] = [];
    const screens = await walk(focal, ['/tong-quan', '/tai-khoan/xac-nhan?ve=/tong-quan'], 1);
    const forms = screens.flatMap(formsOf).filter((form) => form.fields.some((field) => field.name === 've'));
    expect(forms.length).toBeGreaterThan(0);
    for (const to of outside) {
      const body = new URLSearchParams({ name: home.signIn('leader'), password: testPassword, ve: to });
      const signIn = await ask('/dang-nhap', { method: 'POST', body }, site.visitor());
      expect([to, leadsTo(signIn, '/dang-nhap')]).toEqual([to, 'localhost']);
      for (const form of forms) {
        const sent = new URLSearchParams({
          ...Object.fromEntries(form.fields.map((one) => [one.name, one.value])),
          ve: to,
        });
        const host = leadsTo(await ask(form.action, { method: 'POST', body: sent }), form.action);
        if (host !== undefined && host !== 'localhost') away.push(`${form.action} ${to}: ${host}`);
      }
    }
    expect(away).toEqual([]);
  });

  it('that stands in the referer of an act that wants a proof', async () => {
    for (const referer of [...outside, 'https://evil.example/nhiem-vu', 'http://localhost//evil.example']) {
      if (/[^\x20-\x7e]/.test(referer)) continue;
      const response = await ask('/tai-khoan/hai-buoc', {
        method: 'POST',
        body: new URLSearchParams(),
        headers: { referer },
      });
      const to = response.headers.get('location') ?? '';
      const back = new URL(to, 'http://localhost').searchParams.get('ve') ?? '/';
      expect(new URL(back, 'http://localhost').host).toBe('localhost');
    }
  });
});

describe('what a request says of itself', () => {
  it.each<Record<string, string>>([
    { host: 'evil.example' },
    { 'x-forwarded-host': 'evil.example' },
    { 'x-forwarded-proto': 'gopher' },
    { forwarded: 'host=evil.example;proto=https' },
    { 'x-original-url': '/quan-tri/can-bo' },
    { 'x-rewrite-url': '/quan-tri/can-bo' },
    { 'x-forwarded-prefix': '/evil' },
    { 'x-host': 'evil.example' },
  ])('%o stands in no page, link or answer', async (headers) => {
    for (const path of ['/', '/dang-nhap', '/quen-mat-khau', '/tong-quan', '/nhiem-vu', '/khong-co']) {
      const response = await ask(path, { headers });
      const text = await response.text();
      expect(text).not.toContain('evil');
      expect(JSON.stringify([...response.headers])).not.toContain('evil');
      expect(response.status).toBe(path === '/khong-co' ? 404 : 200);
    }
  });

  it('as its number is not taken from outside, and is another each time', async () => {
    const ids = new Set<string | null>();
    for (let times = 0; times < 3; times += 1) {
      const response = await ask('/tong-quan', { headers: { 'x-request-id': 'cua-nguoi-khac' } });
      ids.add(response.headers.get('x-request-id'));
    }
    expect([ids.size, ids.has('cua-nguoi-khac'), ids.has(null)]).toEqual([3, false, false]);
    const behindProxy = buildApp({ ...site.parts, trustedProxies: 1 });
    const named = await behindProxy.fetch(
      new Request('http://localhost/', { headers: { 'x-request-id': 'cua-proxy' } }),
    );
    expect(named.headers.get('x-request-id')).toBe('cua-proxy');
  });

  it('as its network address counts only where a proxy is trusted', async () => {
    const visitor = site.visitor();
    await visitor.post(
      '/dang-nhap',
      { name: home.signIn('clerk'), password: testPassword },
      { 'x-forwarded-for': '203.0.113.77' },
    );
    expect((await visitor.get('/tai-khoan')).text).not.toContain('203.0.113.77');
  });
});

describe('a path', () => {
  it.each([
    '/assets/../package.json',
    '/assets/..%2fpackage.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets/%252e%252e/package.json',
    '/assets/....//package.json',
    '/assets/%00',
    '/assets/manifest.json%00.css',
    '/assets//etc/passwd',
    '/assets/C:%5cwindows%5cwin.ini',
    '/assets/.%00./package.json',
    '/assets/~root',
    '/../../etc/passwd',
    '/..%c0%af..%c0%afetc/passwd',
    '/.git/config',
    '/.env',
    '/package.json',
    '/db/types.ts',
    '/server-status',
    '/xa/..%2f..%2fetc%2fpasswd',
    '/nhiem-vu/%E0%80%AF',
    '/%ff%fe',
    '/nhiem-vu%0d%0aSet-Cookie:%20a=b',
    '/nhiem-vu;jsessionid=1',
    '//nhiem-vu',
    '/%2f%2fevil.example',
  ])('%s gives no file and breaks nothing', async (path) => {
    const response = await site.app.fetch(
      new Request(`http://localhost${path}`, { headers: { cookie: focal.cookies } }),
    );
    const text = await response.text();
    expect([400, 404], `${path} ${response.status}`).toContain(response.status);
    expect(text).not.toMatch(/root:x:|"dependencies"|\[core\]|for 16-bit/);
    expect(response.headers.get('set-cookie') ?? '').not.toContain('a=b');
  });

  it('that is very long, or has very many parts or parameters, is answered', async () => {
    for (const path of [
      `/${'a'.repeat(100_000)}`,
      `/${'a/'.repeat(20_000)}`,
      `/nhiem-vu/${'1'.repeat(50_000)}`,
      `/nhiem-vu?${'a=1&'.repeat(20_000)}`,
      `/nhiem-vu?tim=${'%20a'.repeat(10_000)}`,
      `/nhiem-vu?${'['.repeat(5_000)}`,
    ]) {
      expect((await ask(path)).status).toBeLessThan(500);
    }
  });
});

describe('a name of a file', () => {
  it('that is saved says nothing to a header or a folder', async () => {
    const names = [
      '../../etc/passwd',
      'a\r\nSet-Cookie: x=y.txt',
      'a"; filename="b.exe',
      'CON',
      '.htaccess',
      `${'a'.repeat(5_000)}.txt`,
      'kế hoạch.txt',
    ];
    for (const name of names) {
      const screen = await focal.post('/du-thao', { file: new File(['KẾ HOẠCH\nnăm 2026'], name) });
      const id = /\/du-thao\/([0-9a-f-]{36})/.exec(screen.address)?.[1] ?? '';
      expect(id).not.toBe('');
      const response = await ask(`/du-thao/${id}/tep`);
      const disposition = response.headers.get('content-disposition') ?? '';
      expect(disposition).toMatch(/^attachment; filename="[\w.-]{1,130}"$/);
      expect(disposition).not.toMatch(/\.\.|"\./);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });
});
