import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { badFocus, headTroubles, lengthOfPage, sidewaysBy } from './in-page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Widths in CSS pixels; 640 is also what a desk of 1280 has left at a zoom of 200 %. */
const widths = [1280, 768, 640, 360, 320] as const;
const rulesOf22 = { 'target-size': { enabled: true } };

interface Violation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

/**
 * Looks at the page that is open at every width, light and dark, and says in words what is wrong: sideways scroll,
 * findings of axe with the rules of WCAG 2.2, a missing head, focus that is not seen.
 */
export async function lookAt(page: Page): Promise<string[]> {
  const troubles = [...(await page.evaluate(headTroubles))];
  for (const width of widths) {
    await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
    const sideways = await page.evaluate(sidewaysBy);
    if (sideways) troubles.push(`at ${width} px: ${sideways}`);
    if (width === 1280) troubles.push(...(await closeLook(page, 'light', '1280 px, light')));
    if (width === 360) troubles.push(...(await closeLook(page, 'dark', '360 px, dark')));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return troubles;
}

async function closeLook(page: Page, colorScheme: 'light' | 'dark', where: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  // A window as long as the page: bars that stick to its edges then cover nothing, wherever one has scrolled to.
  await page.setViewportSize({ width, height: await page.evaluate(lengthOfPage) });
  const violations = await page.evaluate<Violation[]>(
    `${axe}; axe.run(document, { resultTypes: ['violations'], rules: ${JSON.stringify(rulesOf22)} }).then((result) => result.violations)`,
  );
  await page.setViewportSize({ width, height });
  // The first press makes the browser draw the ring for whatever takes the focus after it.
  await page.keyboard.press('Tab');
  return [
    ...violations.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map(
          ({ html, failureSummary }) =>
            `${where}: ${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`,
        ),
    ),
    ...(await page.evaluate(badFocus)).map((trouble) => `${where}: ${trouble}`),
  ];
}
