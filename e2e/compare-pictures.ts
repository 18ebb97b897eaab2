import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { productRoot } from '#platform/config/product-root.ts';

const kept = join(productRoot, 'e2e', 'pictures');
const different = join(productRoot, 'e2e', 'different');

/**
 * Two points differ when they are this unlike (0 to 1) and neither lies on the soft edge of a letter. Letters that stand
 * a tenth of a point further make about 20 of the 256 points of a square differ, one whole point 47 and more; a part
 * that moved or has another colour shows in one place, so the squares decide and not the sum.
 */
const UNLIKE = 0.15;
const SQUARE = 16;
const POINTS_IN_SQUARE = 32;

/** Another colour of a thin line or of small letters changes few points, but what a square has of a colour (0 to 255). */
const SHIFT_OF_COLOUR = 3;

/** True when pictures are taken and not compared. */
const isTaking = process.env.TAKE_PICTURES === '1';

export type Likeness = { isAlike: boolean; words: string; difference: PNG | undefined };

/** Compares two pictures and says in words how they differ. */
export function likeness(before: PNG, now: PNG): Likeness {
  if (before.width !== now.width || before.height !== now.height) {
    const words = `${before.width} × ${before.height} px before, ${now.width} × ${now.height} px now`;
    return { isAlike: false, words, difference: undefined };
  }
  const { width, height } = before;
  const difference = new PNG({ width, height });
  pixelmatch(before.data, now.data, difference.data, width, height, { threshold: UNLIKE, diffMask: true });
  const [moved, recoloured] = [fullestSquare(difference), greatestShift(before, now)];
  const words = `in one square of ${SQUARE} px ${moved} points differ, ${POINTS_IN_SQUARE} may; colour by ${recoloured.toFixed(1)}, ${SHIFT_OF_COLOUR} may`;
  return { isAlike: moved <= POINTS_IN_SQUARE && recoloured <= SHIFT_OF_COLOUR, words, difference };
}

/** Points that differ in the square where most do; soft edges are drawn yellow and do not count. */
function fullestSquare({ width, height, data }: PNG): number {
  const across = Math.ceil(width / SQUARE);
  const counts = new Uint16Array(across * Math.ceil(height / SQUARE));
  for (let at = 0; at < width * height; at += 1) {
    const [red, green] = [data[at * 4], data[at * 4 + 1]];
    if (red !== 255 || green !== 0) continue;
    const square = Math.floor(at / width / SQUARE) * across + Math.floor((at % width) / SQUARE);
    counts[square] = (counts[square] ?? 0) + 1;
  }
  return counts.reduce((most, count) => Math.max(most, count), 0);
}

/** By how much the mean of red, green or blue differs in the square where it differs most. */
function greatestShift(before: PNG, now: PNG): number {
  const { width, height } = before;
  const across = Math.ceil(width / SQUARE);
  const sums = new Int32Array(across * Math.ceil(height / SQUARE) * 3);
  for (let at = 0; at < width * height; at += 1) {
    const square = Math.floor(at / width / SQUARE) * across + Math.floor((at % width) / SQUARE);
    for (const part of [0, 1, 2]) {
      const place = square * 3 + part;
      sums[place] = (sums[place] ?? 0) + (now.data[at * 4 + part] ?? 0) - (before.data[at * 4 + part] ?? 0);
    }
  }
  return sums.reduce((most, sum) => Math.max(most, Math.abs(sum)), 0) / SQUARE ** 2;
}

/**
 * Holds a picture against the one kept under its name; gives what is wrong, or nothing. What differs is left in
 * `e2e/different`: the new picture, and one that shows the points.
 */
export function holdAgainst(name: string, picture: PNG): string | undefined {
  const now = coarse(picture);
  const file = join(kept, `${name}.png`);
  if (isTaking) {
    keep(file, now);
    return undefined;
  }
  for (const kind of ['now', 'difference']) rmSync(join(different, `${name}.${kind}.png`), { force: true });
  if (!existsSync(file)) return `${name}: no such picture yet, take it with npm run pictures`;
  const found = likeness(PNG.sync.read(readFileSync(file)), now);
  if (found.isAlike) return undefined;
  mkdirSync(different, { recursive: true });
  writeFileSync(join(different, `${name}.now.png`), PNG.sync.write(now));
  if (found.difference) {
    writeFileSync(join(different, `${name}.difference.png`), PNG.sync.write(found.difference));
  }
  return `${name}: ${found.words}`;
}

/** Replaces a kept picture only when it looks otherwise, so that taking them anew changes no others. */
function keep(file: string, now: PNG): void {
  mkdirSync(kept, { recursive: true });
  if (existsSync(file) && likeness(PNG.sync.read(readFileSync(file)), now).isAlike) return;
  writeFileSync(
    file,
    PNG.sync.write(now, { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 }),
  );
}

/** Sixteen steps of each colour: a third of the weight, and far more than the comparison tells apart. */
function coarse({ width, height, data }: PNG): PNG {
  const made = new PNG({ width, height });
  for (let at = 0; at < data.length; at += 1) {
    made.data[at] = at % 4 === 3 ? 255 : Math.round((data[at] ?? 0) / 17) * 17;
  }
  return made;
}
