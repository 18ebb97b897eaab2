import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { openPdf } from './pdf-open.ts';
import { drawPage } from './pdf-read-page.ts';
import type { PlacedGlyph } from './pdf-text-state.ts';
import type { Bitmap } from './scan-bitmap.ts';
import { paintPage } from './scan-paper.ts';
import { paintedPictures } from './scan-pictures.ts';

/** A paper of which so many pages are empty at its beginning is taken for empty. */
const PAGES_LOOKED_AT = 20;
/** Dots of a letter are darker than the paper by so many of 256 levels, however faint the scan. */
const LEAST_CONTRAST = 40;
/** A line of ten words covers more of a page than this; dust and the shadow of a fold cover less. */
const LEAST_INK = 0.0004;
/** Dots for each point: letters stay, and a page takes half a megabyte. */
const LOOKED_AT_SCALE = 1;
const WHITE = 255;

/**
 * Whether a PDF shows nothing: no letter, no line and no picture with anything on it, as when the sheet lay the wrong way
 * up in the scanner. Ends at the first page that shows something. Refuses (`Refusal`) what is no whole PDF.
 */
export async function isBlankPdf(bytes: Uint8Array): Promise<boolean> {
  return openPdf(bytes, 'with-pictures', async (document) => {
    const count = Math.min(document.numPages, PAGES_LOOKED_AT);
    for (let number = 1; number <= count; number += 1) {
      const page = await document.getPage(number);
      if (!(await isBlankPage(page))) return false;
      page.cleanup();
    }
    return true;
  });
}

/** Letters laid unseen over a picture say what a recognition program took it for. */
function isSeen({ text, unseen }: PlacedGlyph): boolean {
  return !unseen && text.trim() !== '';
}

async function isBlankPage(page: PDFPageProxy): Promise<boolean> {
  const { glyphs, rules, pictures, width, height } = await drawPage(page);
  if (rules.length > 0 || glyphs.some(isSeen)) return false;
  if (pictures.length === 0) return true;
  const painted = await paintedPictures(page, pictures);
  // A picture that cannot be unpacked may show anything.
  if (painted.length < pictures.length) return false;
  return !hasInk(paintPage({ width, height }, painted, LOOKED_AT_SCALE, 0));
}

/** Whether enough dots stand out against the paper, which is whatever shade most dots have. */
export function hasInk({ pixels }: Bitmap): boolean {
  const counts = new Uint32Array(256);
  for (const level of pixels) counts[level] = (counts[level] ?? 0) + 1;
  // Where most of the page has a shade, white is what lies beside the picture.
  if ((counts[WHITE] ?? 0) < pixels.length / 2) counts[WHITE] = 0;
  const paper = counts.indexOf(Math.max(...counts));
  const apart = counts.reduce(
    (sum, count, level) => (Math.abs(level - paper) >= LEAST_CONTRAST ? sum + count : sum),
    0,
  );
  return apart / Math.max(1, pixels.length) >= LEAST_INK;
}
