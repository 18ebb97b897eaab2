import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { productRoot } from '#platform/config/product-root.ts';
import { openContext } from './page.ts';

/** An address that is nowhere: whatever a page asks for is answered by the test. */
export const nowhere = 'http://pictures.test';

const mediaTypes: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  woff2: 'font/woff2',
  png: 'image/png',
  svg: 'image/svg+xml',
};

/** A browser that draws letters the same on every machine: no hints of the system's, no coloured edges. */
export function openStillBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-lcd-text',
      '--font-render-hinting=none',
      '--force-color-profile=srgb',
      '--hide-scrollbars',
    ],
  });
}

/** A page at a standing moment, whose every request is answered by `answer` or from the built files. */
export async function openStill(
  browser: Browser,
  look: { width: number; theme: 'light' | 'dark' },
  answer: (address: string) => Promise<string>,
): Promise<Page> {
  const context = await openContext(browser, {
    viewport: { width: look.width, height: 900 },
    colorScheme: look.theme,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  const page = await context.newPage();
  await page.route('**/*', async (route) => {
    const { pathname, search } = new URL(route.request().url());
    if (!pathname.startsWith('/assets/')) {
      return route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: await answer(pathname + search),
      });
    }
    const body = readFileSync(join(productRoot, 'dist', 'assets', pathname.slice('/assets/'.length)));
    return route.fulfill({ contentType: mediaTypes[pathname.split('.').at(-1) ?? ''] ?? '', body });
  });
  return page;
}

/** Waits until the letters of the product stand in the page. */
export async function lettersStand(page: Page): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => undefined)');
}
