import { beforeAll, describe, expect, it } from 'vitest';
import { listRoles } from '#modules/directory/role/queries.server.ts';
import { setAccountRoles } from '#modules/directory/account/administer.server.ts';
import { sessionCookie } from '#modules/directory/index.server.ts';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { buildApp } from '../app.ts';
import { testSite, Visitor } from '../testing.ts';
import { allRoutes, type Site, turnOnSecondFactor } from './testing.ts';

let site: Site;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
});

const cookieOf = (visitor: Visitor) =>
  new RegExp(`${sessionCookie}=([^;]+)`).exec(visitor.cookies)?.[1] ?? '';

async function isOpen(cookie: string): Promise<boolean> {
  const visitor = site.visitor();
  visitor.plant(sessionCookie, cookie);
  return (await visitor.get('/tai-khoan')).heading !== 'Đăng nhập';
}

async function signedIn(role: Parameters<typeof home.signIn>[0]): Promise<Visitor> {
  const visitor = site.visitor();
  await visitor.signIn(home.signIn(role));
  return visitor;
}

describe('the secret of a session', () => {
  it('is made anew at signing in, whatever the browser brought along', async () => {
    const attacker = await signedIn('clerk');
    const planted = cookieOf(attacker);
    const victim = site.visitor();
    victim.plant(sessionCookie, planted);
    await victim.signIn(home.signIn('focal'));
    expect(cookieOf(victim)).not.toBe(planted);
    expect((await attacker.get('/tai-khoan')).text).toContain('Người clerk');
    for (const made of [`${home.tenant.id}.${'A'.repeat(43)}`, 'x', `${home.tenant.id}.`, '../..', '%00']) {
      const visitor = site.visitor();
      visitor.plant(sessionCookie, made);
      await visitor.signIn(home.signIn('focal'));
      expect(cookieOf(visitor)).not.toBe(made);
    }
  });

  it('is made anew when the person shows again who they are, and the old one is dead', async () => {
    const visitor = await signedIn('focal');
    const before = cookieOf(visitor);
    await visitor.submit(await visitor.get('/tai-khoan/xac-nhan'), 'Xác nhận', { password: 'mat-khau-thu' });
    const after = cookieOf(visitor);
    expect(after).not.toBe(before);
    expect([await isOpen(before), await isOpen(after)]).toEqual([false, true]);
  });

  it('opens nothing after its owner got other roles', async () => {
    const visitor = await signedIn('officer');
    const admin = home.signIn('admin');
    const officer = home.people.get(home.signIn('officer'))?.officerId ?? '';
    const roles = await home.as(admin, 'read', listRoles);
    const leader = roles.find((role) => role.code === 'leader')?.id ?? '';
    expect(await isOpen(cookieOf(visitor))).toBe(true);
    await home.asProven(admin, (ctx) => setAccountRoles(ctx, officer, [leader]));
    expect(await isOpen(cookieOf(visitor))).toBe(false);
  });

  it('opens nothing after signing out, here or everywhere', async () => {
    const one = await signedIn('unit-head');
    const two = await signedIn('unit-head');
    await one.post('/dang-xuat', {});
    expect([await isOpen(cookieOf(two))]).toEqual([true]);
    const kept = cookieOf(two);
    const page = await two.get('/tai-khoan');
    await two.submit(page, /mọi nơi|tất cả/i);
    expect(await isOpen(kept)).toBe(false);
  });

  it('opens nothing twelve hours after signing in', async () => {
    const visitor = await signedIn('leader');
    const later = await testSite({
      pool: site.services.pool,
      clock: fixedClock('2026-05-12T22:31:00+07:00'),
    });
    const returning = later.visitor();
    returning.plant(sessionCookie, cookieOf(visitor));
    expect((await returning.get('/tai-khoan')).heading).toBe('Đăng nhập');
  });

  it('of the step before the second factor opens no page', async () => {
    const visitor = await signedIn('auditor');
    await turnOnSecondFactor(visitor, site.services.clock.now());
    const half = site.visitor();
    const screen = await half.signIn(home.signIn('auditor'));
    expect(screen.address).toContain('/dang-nhap/');
    const step = /sauro_step=([^;]+)/.exec(half.cookies)?.[1] ?? '';
    expect(step).not.toBe('');
    expect(await isOpen(step)).toBe(false);
  });
});

describe('the cookies', () => {
  const underHttps = () => {
    const app = buildApp({ ...site.parts, https: true, origin: 'https://sauro.example' });
    return new Visitor((request) => {
      const secure = new Request(request.url.replace('http:', 'https:'), request);
      secure.headers.set('origin', 'https://sauro.example');
      return app.fetch(new Request(secure.url.replace('localhost', 'sauro.example'), secure));
    });
  };

  it('are kept from scripts, other sites and neighbours in the domain, and live no longer than they must', async () => {
    const lines: string[] = [];
    const visitor = underHttps();
    const watched = new Visitor(async (request) => {
      const response = await visitor.fetchPage(request);
      lines.push(...response.headers.getSetCookie());
      return response;
    });
    await watched.signIn(home.signIn('focal'));
    await watched.get('/ngon-ngu?ma=en&ve=/');
    await watched.post('/dang-xuat', {});
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      expect(line).toMatch(/^__Host-sauro_\w+=/);
      expect(line).toMatch(/; Path=\/(;|$)/);
      expect(line).toMatch(/; HttpOnly/);
      expect(line).toMatch(/; Secure/);
      expect(line).toMatch(/; SameSite=Lax/);
      expect(line).not.toMatch(/; Domain=/i);
    }
    const session = lines.find((line) => line.startsWith(`__Host-${sessionCookie}=`)) ?? '';
    expect(Number(/Max-Age=(\d+)/.exec(session)?.[1])).toBeLessThanOrEqual(12 * 3600);
  });

  it('without the prefix that a neighbour could plant are not looked at under https', async () => {
    const plain = await signedIn('focal');
    const visitor = underHttps();
    visitor.plant(sessionCookie, cookieOf(plain));
    expect((await visitor.get('/tai-khoan')).heading).toBe('Đăng nhập');
  });
});

describe('what somebody who is signed in has seen', () => {
  it('is kept by no cache on any route', async () => {
    const visitor = await signedIn('focal');
    const kept: string[] = [];
    for (const { path } of allRoutes.filter((route) => route.verb === 'get')) {
      const { headers } = await visitor.get(path.replaceAll(/:\w+/g, 'x'));
      const control = headers.get('cache-control') ?? '';
      if (!/\bno-store\b/.test(control) || !/\bprivate\b/.test(control)) kept.push(`${path}: ${control}`);
    }
    expect(kept).toEqual([]);
  });
});
