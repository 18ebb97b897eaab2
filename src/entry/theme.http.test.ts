import { beforeAll, describe, expect, it } from 'vitest';
import { testTenant } from '#modules/directory/tenant/fixtures.ts';
import { testSite } from './testing.ts';

let site: Awaited<ReturnType<typeof testSite>>;
let home: Awaited<ReturnType<typeof testTenant>>;

beforeAll(async () => {
  site = await testSite();
  home = await testTenant(site.services);
});

const themeIn = (screen: {
  page: { querySelector(selector: string): { getAttribute(name: string): string | undefined } | null };
}) => screen.page.querySelector('html')?.getAttribute('data-theme');

describe('the theme', () => {
  it('follows the device until one is chosen, and then stands in every document', async () => {
    const visitor = site.visitor();
    expect(themeIn(await visitor.get('/'))).toBeUndefined();
    const chosen = await visitor.get((await visitor.get('/')).link('Nền tối'));
    expect([chosen.address, themeIn(chosen)]).toEqual(['/', 'dark']);
    expect(chosen.page.querySelector('meta[name="color-scheme"]')?.getAttribute('content')).toBe('dark');
    expect(themeIn(await visitor.get('/dang-nhap'))).toBe('dark');
    const inside = await visitor.signIn(home.signIn('focal'));
    expect([inside.address, themeIn(inside), inside.hasLink('Nền tối')]).toEqual([
      '/tong-quan',
      'dark',
      false,
    ]);
    const followed = await visitor.get(inside.link('Nền theo thiết bị'));
    expect([followed.address, themeIn(followed)]).toEqual(['/tong-quan', undefined]);
  });

  it('is one of three, and leads nowhere else', async () => {
    const visitor = site.visitor();
    const screen = await visitor.get('/giao-dien?nen=%22%3E%3Cscript%3E&ve=//evil.example');
    expect([screen.address, themeIn(screen)]).toEqual(['/', undefined]);
  });
});

describe('a phone that keeps the product', () => {
  it('finds its name, where it begins, and pictures that are there', async () => {
    const visitor = site.visitor();
    const first = await visitor.get('/');
    const href = first.page.querySelector('link[rel="manifest"]')?.getAttribute('href') ?? '';
    const answer = await visitor.get(href);
    expect(answer.headers.get('content-type')).toContain('application/manifest+json');
    const manifest = JSON.parse(answer.body) as {
      name: string;
      start_url: string;
      display: string;
      icons: { src: string; sizes: string; purpose: string }[];
    };
    expect(manifest).toMatchObject({ name: 'Sáu Rõ', start_url: '/tong-quan', display: 'standalone' });
    for (const icon of manifest.icons) {
      const picture = await visitor.get(icon.src);
      expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    }
    expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
  });
});
