import type { Context } from 'hono';
import { homeLink } from '#modules/workbench/links.ts';
import { BAR_COLOURS } from '#ui/tokens/bar-colours.ts';
import type { Assets } from './assets.ts';
import { texts } from './texts.ts';

export const manifestPath = '/sau-ro.webmanifest';

/**
 * What a phone or a desk needs to keep the product among its programs. There is no service worker: it could show
 * records as they were, and an officer must never decide on those.
 */
export function webManifest(c: Context, assets: Assets): Response {
  const t = texts('vi');
  c.header('cache-control', 'public, max-age=86400');
  return c.body(
    JSON.stringify({
      id: '/',
      name: t.product,
      short_name: t.product,
      description: t.programAbout,
      lang: 'vi',
      dir: 'ltr',
      start_url: homeLink,
      scope: '/',
      display: 'standalone',
      background_color: BAR_COLOURS.light,
      theme_color: BAR_COLOURS.light,
      icons: [
        { src: assets.href('icon-192.png'), sizes: '192x192', type: 'image/png', purpose: 'any' },
        { src: assets.href('icon-512.png'), sizes: '512x512', type: 'image/png', purpose: 'any' },
        {
          src: assets.href('icon-maskable-512.png'),
          sizes: '512x512',
          type: 'image/png',
          purpose: 'maskable',
        },
      ],
    }),
    200,
    { 'content-type': 'application/manifest+json; charset=utf-8' },
  );
}
