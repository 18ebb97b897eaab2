/** A page as grey dots, row by row: 0 is black, 255 is white. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const LEVELS = 256;

export function blankBitmap(width: number, height: number): Bitmap {
  return { width, height, pixels: new Uint8Array(width * height).fill(LEVELS - 1) };
}

/** The grey level that best parts ink from paper (Otsu's): darker dots are ink. */
export function inkLevel({ pixels }: Bitmap): number {
  const counts = Array.from({ length: LEVELS }, () => 0);
  for (const level of pixels) counts[level] = (counts[level] ?? 0) + 1;
  const total = pixels.length;
  const sum = counts.reduce((all, count, level) => all + count * level, 0);
  let [dark, darkSum, best, bestLevel] = [0, 0, -1, LEVELS / 2];
  for (const [level, count] of counts.entries()) {
    dark += count;
    darkSum += count * level;
    const light = total - dark;
    if (dark === 0 || light === 0) continue;
    const apart = dark * light * (darkSum / dark - (sum - darkSum) / light) ** 2;
    if (apart > best) [best, bestLevel] = [apart, level];
  }
  return bestLevel + 1;
}

/** The page as a portable grey map, a format that every recognition program takes. */
export function toPgm({ width, height, pixels }: Bitmap): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels]);
}
