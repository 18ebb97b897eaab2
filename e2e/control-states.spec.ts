import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productRoot } from '#platform/config/product-root.ts';
import { ALL_EXAMPLES } from '#ui/gallery/all-examples.ts';
import { renderOneTheme } from '#ui/gallery/gallery.tsx';
import { lettersStand, nowhere, openStill, openStillBrowser } from './still-browser.ts';

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

/** What can be reached by the keyboard, with its looks and its place. */
interface Control {
  name: string;
  looks: string;
  ring: number;
  place: string;
}

const controls = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]';

const readControls = `[...document.querySelectorAll(${JSON.stringify(`main :is(${controls})`)})]
  .filter((one) => !one.disabled && one.checkVisibility())
  .map((one) => {
    // The ring of a choice stands around its card, that of a file around its button.
    const isWrapped = one.matches('[type="radio"], [type="checkbox"], [type="file"]');
    const parts = isWrapped ? [one, one.parentElement, one.nextElementSibling] : [one];
    const drawn = parts.filter(Boolean).map((part) => getComputedStyle(part));
    const box = one.getBoundingClientRect();
    return {
      name: one.closest('section').id + ': ' + (one.getAttribute('aria-label') ?? (one.innerText || one.name || one.className)).slice(0, 40),
      looks: drawn.map((style) => [style.outline, style.boxShadow, style.borderColor, style.backgroundColor, style.color, style.textDecoration].join(' ')).join(' | '),
      ring: Math.max(...drawn.map((style) => style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth))),
      place: [box.x, box.y, box.width, box.height].map((n) => n.toFixed(1)).join(' '),
    };
  })`;

/** Puts every control of the page into a state that only a pointer or a keyboard brings about. */
async function force(page: Page, cdp: CDPSession, states: readonly string[]): Promise<void> {
  const { root } = await cdp.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await cdp.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: controls });
  for (const nodeId of nodeIds) {
    await cdp.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: [...states] });
  }
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
}

describe.each(['light', 'dark'] as const)('the controls of every component, %s', (theme) => {
  let page: Page;
  let cdp: CDPSession;
  let atRest: Control[];

  beforeAll(async () => {
    page = await openStill(browser, { width: 960, theme }, async () =>
      renderOneTheme(theme, `/assets/${manifest['staff.css'] ?? ''}`, Object.keys(ALL_EXAMPLES), 'vi'),
    );
    await page.goto(nowhere);
    await lettersStand(page);
    cdp = await page.context().newCDPSession(page);
    await cdp.send('DOM.enable');
    await cdp.send('CSS.enable');
    atRest = await page.evaluate<Control[]>(readControls);
  });

  afterAll(() => page?.context().close());

  it('show where the keyboard is, by a ring of three points', async () => {
    await force(page, cdp, ['focus', 'focus-visible']);
    const focused = await page.evaluate<Control[]>(readControls);
    expect(atRest.length).toBeGreaterThan(100);
    expect(focused.filter((one) => one.ring < 3).map((one) => one.name)).toEqual([]);
    expect(focused.filter((one, at) => one.place !== atRest[at]?.place).map((one) => one.name)).toEqual([]);
  });

  it('never move under the pointer', async () => {
    await force(page, cdp, ['hover']);
    const hovered = await page.evaluate<Control[]>(readControls);
    expect(hovered.filter((one, at) => one.place !== atRest[at]?.place).map((one) => one.name)).toEqual([]);
    // At least what looks like a button answers the pointer.
    const answering = hovered.filter((one, at) => one.looks !== atRest[at]?.looks);
    expect(answering.length).toBeGreaterThan(20);
  });
});
