import { compose, type Matrix, place } from './pdf-matrix.ts';
import { type Bitmap, blankBitmap } from './scan-bitmap.ts';

/** Dots of a picture as the PDF library hands them out. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
  /** Bytes of one dot; a bit map has eight dots in a byte. */
  readonly bytesPerDot: 1 | 3 | 4 | 'bit';
}

export interface PaintedPicture {
  readonly picture: Picture;
  /** From the unit square, y upwards, to points on the page, y downwards. */
  readonly map: Matrix;
}

const POINTS_PER_INCH = 72;
const MOST_DOTS_PER_INCH = 300;
const FEWEST_DOTS_PER_INCH = 150;
const WHITE = 255;

/** Dots for each point of the page that keep what the finest picture shows. */
export function dotsPerPoint(pictures: readonly PaintedPicture[]): number {
  const finest = Math.max(
    0,
    ...pictures.map(({ picture, map }) => picture.width / Math.max(1, Math.hypot(map[0], map[1]))),
  );
  const [least, most] = [FEWEST_DOTS_PER_INCH / POINTS_PER_INCH, MOST_DOTS_PER_INCH / POINTS_PER_INCH];
  return Math.min(most, Math.max(least, finest));
}

/** Lays the pictures of a page on one sheet, the page turned by `turn` radians about its upper left corner. */
export function paintPage(
  size: { readonly width: number; readonly height: number },
  pictures: readonly PaintedPicture[],
  scale: number,
  turn: number,
): Bitmap {
  const sheet = blankBitmap(Math.ceil(size.width * scale), Math.ceil(size.height * scale));
  const [cos, sin] = [Math.cos(turn) * scale, Math.sin(turn) * scale];
  for (const { picture, map } of pictures) paint(sheet, picture, compose([cos, sin, -sin, cos, 0, 0], map));
  return sheet;
}

function paint(sheet: Bitmap, picture: Picture, map: Matrix): void {
  const back = inverse(map);
  if (!back) return;
  const corners = [place(map, 0, 0), place(map, 1, 0), place(map, 0, 1), place(map, 1, 1)];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const grey = greyOf(picture);
  const toY = Math.min(sheet.height, Math.ceil(Math.max(...ys)));
  const toX = Math.min(sheet.width, Math.ceil(Math.max(...xs)));
  const fromX = Math.max(0, Math.floor(Math.min(...xs)));
  for (let y = Math.max(0, Math.floor(Math.min(...ys))); y < toY; y++) {
    for (let x = fromX; x < toX; x++) {
      const u = back[0] * (x + 0.5) + back[2] * (y + 0.5) + back[4];
      const v = back[1] * (x + 0.5) + back[3] * (y + 0.5) + back[5];
      if (u < 0 || u >= 1 || v < 0 || v >= 1) continue;
      const level = grey(Math.floor(u * picture.width), Math.floor((1 - v) * picture.height));
      const at = y * sheet.width + x;
      // Ink of any layer stays: scanners part a page into a background and the letters over it.
      sheet.pixels[at] = Math.min(sheet.pixels[at] ?? WHITE, level);
    }
  }
}

function inverse([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const size = a * d - b * c;
  if (Math.abs(size) < 1e-9) return undefined;
  return [d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size];
}

function greyOf({ width, height, data, bytesPerDot }: Picture): (x: number, y: number) => number {
  const clip = (y: number): number => Math.min(height - 1, Math.max(0, y));
  switch (bytesPerDot) {
    case 'bit': {
      const rowBytes = (width + 7) >> 3;
      return (x, y) => (((data[clip(y) * rowBytes + (x >> 3)] ?? WHITE) >> (7 - (x & 7))) & 1 ? WHITE : 0);
    }
    case 1:
      return (x, y) => data[clip(y) * width + x] ?? WHITE;
    case 3:
    case 4:
      return (x, y) => {
        const at = (clip(y) * width + x) * bytesPerDot;
        return Math.round(
          ((data[at] ?? WHITE) * 30 + (data[at + 1] ?? WHITE) * 59 + (data[at + 2] ?? WHITE) * 11) / 100,
        );
      };
  }
}
