import { ImageKind, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PlacedPicture } from './pdf-drawing.ts';
import type { PaintedPicture, Picture } from './scan-paper.ts';

/** As the library hands a picture out; null for one that it could not unpack. */
interface UnpackedPicture {
  readonly width: number;
  readonly height: number;
  readonly kind?: number;
  readonly data?: Uint8Array | Uint8ClampedArray;
}

/** The dots of the pictures on a page; those that cannot be unpacked are left out. */
export async function paintedPictures(
  page: PDFPageProxy,
  placed: readonly PlacedPicture[],
): Promise<PaintedPicture[]> {
  const painted: PaintedPicture[] = [];
  for (const { name, map } of placed) {
    const picture = pictureOf(await unpacked(page, name));
    if (picture) painted.push({ picture, map });
  }
  return painted;
}

function unpacked(page: PDFPageProxy, name: string): Promise<UnpackedPicture | null> {
  // Pictures shared between pages lie with the document.
  const store = name.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    store.get(name, (picture: UnpackedPicture | null) => resolve(picture));
  });
}

function pictureOf(picture: UnpackedPicture | null): Picture | undefined {
  if (!picture?.data) return undefined;
  const { width, height, data, kind } = picture;
  switch (kind) {
    case undefined:
    case ImageKind.GRAYSCALE_1BPP:
      return { width, height, data, bytesPerDot: 'bit' };
    case ImageKind.RGB_24BPP:
      return { width, height, data, bytesPerDot: 3 };
    case ImageKind.RGBA_32BPP:
      return { width, height, data, bytesPerDot: 4 };
    default:
      return undefined;
  }
}
