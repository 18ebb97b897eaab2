import { describe, expect, it } from 'vitest';
import { isBlankPdf } from './blank-pages.ts';
import { pdfOf } from './pdf.fixtures.ts';
import { Refusal } from './refusal.ts';
import { blankBitmap } from './scan-bitmap.ts';
import { scannedPdf, sheetWith } from './scan.fixtures.ts';

const [width, height] = [827, 1169];

/** A sheet of one shade with dust on it: every so many-th dot is a little darker. */
function shaded(level: number, dustEvery: number, dust: number) {
  const sheet = blankBitmap(width, height);
  for (let at = 0; at < sheet.pixels.length; at += 1) sheet.pixels[at] = at % dustEvery === 0 ? dust : level;
  return sheet;
}

describe('a PDF that shows nothing', () => {
  it.each([
    ['pages without anything', pdfOf({ pages: [{}, {}] })],
    ['spaces alone', pdfOf({ pages: [{ texts: [{ x: 72, y: 72, text: '   ' }] }] })],
    ['a scanned white sheet', scannedPdf([blankBitmap(width, height)])],
    ['grey paper with noise', scannedPdf([shaded(205, 7, 190)])],
    ['white paper with dust', scannedPdf([shaded(252, 9_001, 60)])],
    ['a sheet all black', scannedPdf([shaded(4, 3, 9)])],
  ])('is empty: %s', async (_, bytes) => {
    expect(await isBlankPdf(bytes)).toBe(true);
  });

  it.each([
    ['one letter', pdfOf({ pages: [{}, { texts: [{ x: 72, y: 72, text: 'a' }] }] })],
    ['a drawn line', pdfOf({ pages: [{ lines: [[72, 72, 300, 72]] }] })],
    ['a line of words on a scan', scannedPdf([sheetWith(width, height, [[100, 300, 400, 4]])])],
    [
      'words on the last of several scanned pages',
      scannedPdf([blankBitmap(width, height), sheetWith(width, height, [[100, 300, 60, 12]])]),
    ],
  ])('is not empty with %s', async (_, bytes) => {
    expect(await isBlankPdf(bytes)).toBe(false);
  });

  it('is not said of what is no whole PDF', async () => {
    await expect(isBlankPdf(pdfOf({ pages: [{}] }).subarray(0, 300))).rejects.toThrow(Refusal);
  });
});
