import type { Rule } from './pdf-page.ts';
import type { Bitmap } from './scan-bitmap.ts';

const SHORTEST_INCHES = 0.3;
const POINTS_PER_INCH = 72;
const BRIDGED_DOTS = 2;
const MOST_RUNS = 20_000;

interface Run {
  readonly direction: Rule['direction'];
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the drawn lines of a scanned page as long runs of ink, and wipes them off the bitmap, since letters that touch
 * a line are misread.
 *
 * `scale` is dots for each point; the lines come back in points.
 */
export function takeRules(bitmap: Bitmap, ink: number, scale: number): Rule[] {
  const shortest = SHORTEST_INCHES * POINTS_PER_INCH * scale;
  const runs = [...runsOf(bitmap, ink, 'across', shortest), ...runsOf(bitmap, ink, 'down', shortest)];
  if (runs.length > MOST_RUNS) return [];
  for (const run of runs) wipe(bitmap, run);
  return runs.map(({ direction, at, from, to }) => ({
    direction,
    at: (at + 0.5) / scale,
    from: from / scale,
    to: to / scale,
  }));
}

function runsOf(
  { width, height, pixels }: Bitmap,
  ink: number,
  direction: Rule['direction'],
  shortest: number,
): Run[] {
  const [lines, length] = direction === 'across' ? [height, width] : [width, height];
  const [step, stride] = direction === 'across' ? [1, width] : [width, 1];
  const runs: Run[] = [];
  for (let at = 0; at < lines; at++) {
    let [from, last] = [-1, -1];
    const end = (): void => {
      if (from >= 0 && last + 1 - from >= shortest) runs.push({ direction, at, from, to: last + 1 });
      from = -1;
    };
    for (let along = 0; along < length; along++) {
      if ((pixels[at * stride + along * step] ?? ink) < ink) {
        if (from < 0) from = along;
        last = along;
      } else if (from >= 0 && along - last > BRIDGED_DOTS) end();
    }
    end();
  }
  return runs;
}

function wipe({ width, height, pixels }: Bitmap, { direction, at, from, to }: Run): void {
  for (let beside = at - 1; beside <= at + 1; beside++) {
    for (let along = from; along < to; along++) {
      const [x, y] = direction === 'across' ? [along, beside] : [beside, along];
      if (x >= 0 && x < width && y >= 0 && y < height) pixels[y * width + x] = 255;
    }
  }
}
