import type { PageWord } from './pdf-page.ts';
import type { Grid } from './ruling-grid.ts';
import { type Bitmap, blankBitmap } from './scan-bitmap.ts';

/** A part of a page, in dots, and where it lies on the sheet of parts. */
interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly sheetTop: number;
}

/** Parts of a page that were passed over, put below one another so that one more run reads them all. */
export interface MissedCells {
  readonly sheet: Bitmap;
  readonly crops: readonly Crop[];
}

const INSIDE_POINTS = 1.5;
const SPACE_POINTS = 8;
const LEAST_INK_POINTS = 3;
const MOST_CELLS = 400;

/** The cells of a page that show ink and have no word: a lone figure in a cell is easily taken for a speck. */
export function missedCells(
  bitmap: Bitmap,
  ink: number,
  scale: number,
  grids: readonly Grid[],
  words: readonly PageWord[],
): MissedCells | undefined {
  const space = Math.ceil(SPACE_POINTS * scale);
  const crops: Crop[] = [];
  let bottom = space;
  for (const box of grids.flatMap(boxesOf)) {
    if (words.some((word) => isInside(word, box)) || crops.length >= MOST_CELLS) continue;
    const found = inkIn(bitmap, ink, shrunk(box, scale));
    if (!found || found.dots < LEAST_INK_POINTS * scale * scale) continue;
    const { left, top, width, height } = found;
    crops.push({ left, top, width, height, sheetTop: bottom });
    bottom += height + space;
  }
  if (crops.length === 0) return undefined;
  const sheet = blankBitmap(Math.max(...crops.map(({ width }) => width)) + 2 * space, bottom);
  for (const crop of crops) copy(bitmap, sheet, crop, space);
  return { sheet, crops };
}

/** Words recognised on the sheet of parts, put back where they stand on the page. */
export function putBack({ crops }: MissedCells, words: readonly PageWord[], scale: number): PageWord[] {
  return words.flatMap((word) => {
    const at = (word.baseline - word.size / 3) * scale;
    const crop = crops.findLast(({ sheetTop }) => sheetTop - (SPACE_POINTS * scale) / 2 <= at);
    if (!crop) return [];
    const [right, down] = [crop.left / scale - SPACE_POINTS, (crop.top - crop.sheetTop) / scale];
    const { left, right: end, baseline } = word;
    return [{ ...word, left: left + right, right: end + right, baseline: baseline + down }];
  });
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxesOf({ xs, ys, cells }: Grid): Box[] {
  const boxes = new Map<number, Box>();
  for (const [row, numbers] of cells.entries()) {
    for (const [column, number] of numbers.entries()) {
      const known = boxes.get(number);
      boxes.set(number, {
        left: Math.min(known?.left ?? Infinity, xs[column] ?? 0),
        top: Math.min(known?.top ?? Infinity, ys[row] ?? 0),
        right: Math.max(known?.right ?? 0, xs[column + 1] ?? 0),
        bottom: Math.max(known?.bottom ?? 0, ys[row + 1] ?? 0),
      });
    }
  }
  return [...boxes.values()];
}

function isInside({ left, right, baseline, size }: PageWord, box: Box): boolean {
  const [x, y] = [(left + right) / 2, baseline - size / 3];
  return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
}

function shrunk({ left, right, top, bottom }: Box, scale: number): Box {
  return {
    left: Math.ceil((left + INSIDE_POINTS) * scale),
    right: Math.floor((right - INSIDE_POINTS) * scale),
    top: Math.ceil((top + INSIDE_POINTS) * scale),
    bottom: Math.floor((bottom - INSIDE_POINTS) * scale),
  };
}

/** The least box around the ink of an area. */
function inkIn(
  { width, height, pixels }: Bitmap,
  ink: number,
  area: Box,
): { left: number; top: number; width: number; height: number; dots: number } | undefined {
  let [left, right, top, bottom, dots] = [Infinity, -1, Infinity, -1, 0];
  for (let y = Math.max(0, area.top); y < Math.min(height, area.bottom); y++) {
    for (let x = Math.max(0, area.left); x < Math.min(width, area.right); x++) {
      if ((pixels[y * width + x] ?? ink) >= ink) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
      dots++;
    }
  }
  return dots === 0 ? undefined : { left, top, width: right + 1 - left, height: bottom + 1 - top, dots };
}

function copy(
  from: Bitmap,
  sheet: Bitmap,
  { left, top, width, height, sheetTop }: Crop,
  space: number,
): void {
  for (let y = 0; y < height; y++) {
    const row = from.pixels.subarray((top + y) * from.width + left, (top + y) * from.width + left + width);
    sheet.pixels.set(row, (sheetTop + y) * sheet.width + space);
  }
}
