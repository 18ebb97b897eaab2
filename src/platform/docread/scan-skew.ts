import type { Bitmap } from './scan-bitmap.ts';

const MOST_DEGREES = 3;
const STEP_DEGREES = 0.1;
// A page that is level already is not laid a second time for nothing.
const CLEARLY = 1.01;
const SAMPLED_WIDTH = 800;
const RADIANS = Math.PI / 180;

/**
 * How far the lines of a scanned page lean, in radians, clockwise: the turn at which ink gathers most sharply in rows.
 */
export function skewOf(bitmap: Bitmap, ink: number): number {
  const dots = sampledInk(bitmap, ink);
  let [best, sharpest] = [0, sharpnessAt(dots, 0) * CLEARLY];
  const steps = Math.round(MOST_DEGREES / STEP_DEGREES);
  for (let step = -steps; step <= steps; step++) {
    const angle = step * STEP_DEGREES * RADIANS;
    const sharpness = sharpnessAt(dots, angle);
    if (sharpness > sharpest) [best, sharpest] = [angle, sharpness];
  }
  return best;
}

function sampledInk({ width, height, pixels }: Bitmap, ink: number): (readonly [number, number])[] {
  const step = Math.max(1, Math.floor(width / SAMPLED_WIDTH));
  const dots: (readonly [number, number])[] = [];
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      if ((pixels[y * width + x] ?? ink) < ink) dots.push([x / step, y / step]);
    }
  }
  return dots;
}

function sharpnessAt(dots: readonly (readonly [number, number])[], angle: number): number {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const rows: number[] = [];
  for (const [x, y] of dots) {
    const row = Math.round(y * cos - x * sin) + SAMPLED_WIDTH;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  return rows.reduce((sum, count) => sum + count * count, 0);
}
