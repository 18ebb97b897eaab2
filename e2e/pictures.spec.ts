import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemoOnce } from '../src/entry/demo/demo.ts';
import { demoPassword } from '../src/entry/demo/people.ts';
import { testSite } from '../src/entry/testing.ts';
import { productRoot } from '#platform/config/product-root.ts';
import { ALL_EXAMPLES } from '#ui/gallery/all-examples.ts';
import { type GalleryLang, renderOneTheme } from '#ui/gallery/gallery.tsx';
import { holdAgainst, likeness } from './compare-pictures.ts';
import { people } from './people.ts';
import { sectionPictures } from './section-pictures.ts';
import { lettersStand, nowhere, openStill, openStillBrowser } from './still-browser.ts';

const groups = Object.keys(ALL_EXAMPLES);
const manifest = JSON.parse(
  readFileSync(join(productRoot, 'dist', 'assets', 'manifest.json'), 'utf8'),
) as Record<string, string>;

let browser: Browser;

beforeAll(async () => {
  browser = await openStillBrowser();
});

afterAll(async () => {
  await browser?.close();
});

type Look = { width: number; theme: 'light' | 'dark'; lang?: GalleryLang };

async function openGallery(look: Look, shown: readonly string[], media: 'screen' | 'print' = 'screen') {
  const page = await openStill(browser, look, async () =>
    renderOneTheme(look.theme, `/assets/${manifest['staff.css'] ?? ''}`, shown, look.lang ?? 'vi'),
  );
  await page.emulateMedia({ media });
  await page.goto(nowhere);
  await lettersStand(page);
  return page;
}

/** A page with an official paper prints the paper alone, so it gets a page of its own. */
const printed = [groups.filter((group) => group !== 'paper'), ['paper']];

describe.each([
  { name: 'light', theme: 'light', media: 'screen', width: 960, pages: [groups] },
  { name: 'light', theme: 'light', media: 'screen', width: 360, pages: [groups] },
  { name: 'dark', theme: 'dark', media: 'screen', width: 960, pages: [groups] },
  { name: 'dark', theme: 'dark', media: 'screen', width: 360, pages: [groups] },
  // What the margins leave of A4, standing and lying.
  { name: 'print', theme: 'dark', media: 'print', width: 642, pages: printed },
  { name: 'print', theme: 'dark', media: 'print', width: 1032, pages: printed },
] as const)('the gallery, $name at $width px', ({ name, theme, media, width, pages }) => {
  it('looks as it did', async () => {
    const wrong: (string | undefined)[] = [];
    const drawn: string[] = [];
    for (const shown of pages) {
      const page = await openGallery({ width, theme }, shown, media);
      for (const [group, picture] of await sectionPictures(page)) {
        drawn.push(group);
        wrong.push(holdAgainst(`${group}.${name}-${width}`, picture));
      }
      await page.context().close();
    }
    expect(wrong.filter(Boolean)).toEqual([]);
    expect(drawn.toSorted()).toEqual(groups.toSorted());
  });
});

/** Where words break lines or press other parts aside: pictures of the others would only repeat the letters. */
const drawnInEnglish = [
  'breadcrumb',
  'button',
  'clock',
  'conflict',
  'dialog',
  'error-summary',
  'field',
  'figure',
  'filter-bar',
  'kept-form',
  'notice',
  'pagination',
  'steps',
  'table',
  'tabs',
  'tag',
];

it('looks in English as it did, where room is least, and nothing goes over the edge', async () => {
  const page = await openGallery({ width: 360, theme: 'light', lang: 'en' }, groups);
  const wrong: (string | undefined)[] = [];
  for (const [group, picture] of await sectionPictures(page)) {
    if (drawnInEnglish.includes(group)) wrong.push(holdAgainst(`${group}.english-360`, picture));
  }
  const sideways = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  await page.context().close();
  expect(wrong.filter(Boolean)).toEqual([]);
  expect(sideways).toBeLessThanOrEqual(0);
});

describe('whole pages of the demo, on a Tuesday in May', () => {
  let site: Awaited<ReturnType<typeof testSite>>;

  beforeAll(async () => {
    site = await testSite();
    await loadDemoOnce(site.services);
  });

  async function openPage(
    as: string | undefined,
    address: string,
    look: { width: number; theme: 'light' | 'dark' },
  ) {
    const visitor = site.visitor();
    if (as) await visitor.signIn(as, demoPassword);
    const page = await openStill(browser, look, async (asked) => (await visitor.get(asked)).body);
    await page.goto(nowhere + address);
    await lettersStand(page);
    return { page, visitor };
  }

  it.each([
    { name: 'sign-in', as: undefined, address: '/dang-nhap' },
    { name: 'communes', as: undefined, address: '/' },
    { name: 'commune', as: undefined, address: '/xa/dong-ky' },
    { name: 'dashboard', as: people.focal, address: '/tong-quan' },
    { name: 'targets', as: people.focal, address: '/chi-tieu' },
    { name: 'calendar', as: people.focal, address: '/lich' },
    { name: 'units', as: people.admin, address: '/quan-tri/don-vi' },
  ])('$name', async ({ name, as, address }) => {
    const wrong: (string | undefined)[] = [];
    for (const look of [
      { width: 1280, theme: 'light' },
      { width: 360, theme: 'dark' },
    ] as const) {
      const { page } = await openPage(as, address, look);
      const taken = await page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
      wrong.push(holdAgainst(`page-${name}.${look.theme}-${look.width}`, PNG.sync.read(taken)));
      await page.context().close();
    }
    expect(wrong.filter(Boolean)).toEqual([]);
  });
});

describe('the comparison', () => {
  async function isSeen(group: string, style: string): Promise<boolean> {
    const page = await openGallery({ width: 960, theme: 'light' }, [group]);
    const before = await sectionPictures(page);
    await page.addStyleTag({ content: style });
    const after = await sectionPictures(page);
    await page.context().close();
    const [one, other] = [before.get(group), after.get(group)];
    if (!one || !other) throw new Error(`${group} is not drawn`);
    return !likeness(one, other).isAlike;
  }

  it.each(['button', 'tag', 'table', 'chart'])('sees %s moved by four points', async (group) => {
    expect(await isSeen(group, `#${group} .gallery-example { transform: translateX(4px) }`)).toBe(true);
  });

  it.each([
    ['button', '--action'],
    ['tag', '--late'],
    ['notice', '--soon'],
    ['seal', '--lacquer-fill'],
    ['field', '--edge'],
  ])('sees in %s that the token %s has another colour', async (group, token) => {
    expect(await isSeen(group, `:root { ${token}: #7a3fb0 }`)).toBe(true);
  });

  it('takes the same page for the same, and letters drawn a little otherwise', async () => {
    expect(await isSeen('button', 'body { color: inherit }')).toBe(false);
    expect(await isSeen('notice', '.gallery-example { transform: translateX(0.1px) }')).toBe(false);
  });
});

it('keeps only pictures of what is there, under seven million bytes in all', () => {
  const folder = join(productRoot, 'e2e', 'pictures');
  const files = readdirSync(folder);
  const isKnown = (file: string) => file.startsWith('page-') || groups.includes(file.split('.')[0] ?? '');
  expect(files.filter((file) => !isKnown(file))).toEqual([]);
  expect(files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)).toBeLessThan(7_000_000);
});
