import { PNG } from 'pngjs';
import type { Page } from 'playwright-core';

/** No picture that a browser takes is longer, lest it runs out of room to draw in. */
const LONGEST = 6_000;

/**
 * Lets every section begin at a whole point: half a point above would draw the letters of all that follow otherwise.
 * So does a bar that sticks to the edge: its parts scroll sideways, and whether the browser has given them a layer of
 * their own yet, which rounds where the page does not, depends on how busy the machine is.
 */
const wholePoints = `for (const part of document.querySelectorAll('main > *')) {
  part.style.height = Math.ceil(part.getBoundingClientRect().height) + 'px';
}
for (const bar of document.querySelectorAll('.bulk-bar')) {
  const over = bar.getBoundingClientRect().top % 1;
  bar.style.marginTop = parseFloat(getComputedStyle(bar).marginTop) - over + 'px';
}`;

interface Box {
  id: string;
  top: number;
  height: number;
}

/** A picture of each section of the page by its id: few long ones are taken and cut, which is many times faster. */
export async function sectionPictures(page: Page): Promise<Map<string, PNG>> {
  await page.evaluate(wholePoints);
  const boxes = await page.evaluate<Box[]>(
    `[...document.querySelectorAll('section.gallery-part')].map((section) => {
      const box = section.getBoundingClientRect();
      return { id: section.id, top: Math.floor(box.top + scrollY), height: Math.ceil(box.height) };
    }).filter(({ height }) => height > 0)`,
  );
  const pictures = new Map<string, PNG>();
  for (const group of runsOf(boxes)) await cut(page, group, pictures);
  return pictures;
}

function runsOf(boxes: readonly Box[]): Box[][] {
  const runs: Box[][] = [];
  for (const box of boxes) {
    const run = runs.at(-1);
    const top = run?.[0]?.top ?? 0;
    if (run && box.top + box.height - top <= LONGEST) run.push(box);
    else runs.push([box]);
  }
  return runs;
}

async function cut(page: Page, boxes: readonly Box[], pictures: Map<string, PNG>): Promise<void> {
  const [top, last] = [boxes[0]?.top ?? 0, boxes.at(-1)];
  const width = page.viewportSize()?.width ?? 0;
  const height = (last?.top ?? 0) + (last?.height ?? 0) - top;
  const long = PNG.sync.read(
    await page.screenshot({
      clip: { x: 0, y: top, width, height },
      fullPage: true,
      animations: 'disabled',
      caret: 'hide',
      scale: 'css',
    }),
  );
  for (const box of boxes) {
    const picture = new PNG({ width, height: box.height });
    PNG.bitblt(long, picture, 0, box.top - top, width, box.height, 0, 0);
    pictures.set(box.id, picture);
  }
}
