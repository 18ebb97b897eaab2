import { type Matrix, place } from './pdf-matrix.ts';
import type { Rule } from './pdf-page.ts';

const THICKEST = 3;
const SHORTEST = 3;
const SLANT = 0.5;

/** How a path of the page is put on paper. */
export type PathPaint = 'stroke' | 'fill' | 'both';

type Point = readonly [x: number, y: number];

/**
 * The straight lines of a painted path: its edges where it is stroked, a thin bar where it is filled.
 *
 * `path` holds steps as pdfjs codes them: 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close, each with its numbers.
 */
export function rulesOfPath(path: ArrayLike<number>, map: Matrix, paint: PathPaint): Rule[] {
  return subPaths(path, map).flatMap((points) => {
    const bar = paint === 'stroke' ? undefined : barOf(points);
    return bar ? [bar] : paint === 'fill' ? [] : edgesOf(points);
  });
}

function subPaths(path: ArrayLike<number>, map: Matrix): Point[][] {
  const all: Point[][] = [];
  let points: Point[] = [];
  const arity = [2, 2, 6, 4, 0];
  for (let at = 0; at < path.length; ) {
    const step = path[at] ?? 0;
    const count = arity[step];
    if (count === undefined) break;
    const [x, y] = [path[at + count - 1] ?? 0, path[at + count] ?? 0];
    if (step === 0) all.push((points = []));
    if (step === 4) {
      if (points[0]) points.push(points[0]);
    } else points.push(place(map, x, y));
    at += count + 1;
  }
  return all;
}

function edgesOf(points: readonly Point[]): Rule[] {
  return points.flatMap((to, index) => {
    const from = points[index - 1];
    return from ? (ruleBetween(from, to) ?? []) : [];
  });
}

function ruleBetween([x0, y0]: Point, [x1, y1]: Point): Rule | undefined {
  const [wide, high] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  if (high <= SLANT && wide >= SHORTEST)
    return { direction: 'across', at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) };
  if (wide <= SLANT && high >= SHORTEST)
    return { direction: 'down', at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) };
  return undefined;
}

function barOf(points: readonly Point[]): Rule | undefined {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const [wide, high] = [right - left, bottom - top];
  if (high <= THICKEST && wide > high)
    return { direction: 'across', at: (top + bottom) / 2, from: left, to: right };
  if (wide <= THICKEST && high > wide)
    return { direction: 'down', at: (left + right) / 2, from: top, to: bottom };
  return undefined;
}
