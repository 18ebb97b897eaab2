import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { makeLink } from '#modules/directory/password-link/commands/make.server.ts';
import { createLog } from '#platform/log/log.ts';
import { testSite, type Visitor } from '../testing.ts';
import type { Site } from './testing.ts';

let site: Site;
let home: Awaited<ReturnType<typeof testTenant>>;
let link: string;
let secret: string;
/** Everything that the product wrote into its log. */
let logged = '';

beforeAll(async () => {
  const log = createLog('trace', { write: (line: string) => (logged += line) });
  site = await testSite({ log });
  home = await testTenant(site.services);
  ({ link, secret } = await newLink());
});

async function newLink() {
  const account = home.people.get(home.signIn('clerk'))?.accountId ?? '';
  const made = await home.asProven(home.signIn('admin'), (ctx) => makeLink(ctx, account));
  if (!made.ok) throw new Error('no link');
  return { link: `/mat-khau-moi/${made.value.token}`, secret: made.value.token.split('.').at(-1) ?? '' };
}

const opened = (visitor: Visitor = site.visitor()) => visitor.get(link);

describe('the link for a new password', () => {
  it('is named to no other site by the browser, on the page and after it', async () => {
    const screen = await opened();
    expect(screen.heading).toBe('Đặt mật khẩu mới');
    // With no-referrer the browser would send no origin with the form either, by which forms of other sites are told.
    expect(screen.headers.get('referrer-policy')).toBe('same-origin');
    expect(screen.page.querySelectorAll('meta[name=referrer]')).toEqual([]);
    const wrong = await site.visitor().submit(screen, 'Đặt mật khẩu', { fresh: 'ngắn', again: 'ngắn' });
    expect([wrong.status, wrong.headers.get('referrer-policy')]).toEqual([422, 'same-origin']);
  });

  it('loads nothing from elsewhere, and no element overrides what may be told', async () => {
    const { page } = await opened();
    const addresses = page
      .querySelectorAll('[src],[href],[action],[formaction],[data-src],[srcset]')
      .flatMap((one) =>
        ['src', 'href', 'action', 'formaction', 'data-src', 'srcset'].map(
          (name) => one.getAttribute(name) ?? '',
        ),
      )
      .filter((address) => address !== '');
    expect(addresses.filter((address) => !/^(?:\/(?!\/)|#|data:image\/)/.test(address))).toEqual([]);
    expect(page.querySelectorAll('[referrerpolicy]')).toEqual([]);
  });

  it('is kept by no shared cache', async () => {
    const screen = await opened();
    expect(screen.headers.get('cache-control')).toMatch(/no-store|no-cache/);
  });

  it('is gone from the address once it was used, and opens nothing again', async () => {
    const used = await newLink();
    const visitor = site.visitor();
    const fresh = 'con sáo sang sông 2026';
    const after = await visitor.submit(await visitor.get(used.link), 'Đặt mật khẩu', { fresh, again: fresh });
    expect(after.heading).toBe('Đăng nhập');
    expect([after.address.includes(used.secret), after.body.includes(used.secret)]).toEqual([false, false]);
    expect((await site.visitor().get(used.link)).text).toContain('Liên kết không còn dùng được');
  });

  it('stands in no line of the log', async () => {
    await opened();
    await site.visitor().get(`${link}x`);
    expect(logged.includes(secret)).toBe(false);
  });
});
