import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { pdfOf, stream } from './pdf.fixtures.ts';
import { type Bitmap, blankBitmap } from './scan-bitmap.ts';

const INK = 30;

/** A word as a recognition program would report it, in dots. */
export interface SeenWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly line?: number;
  readonly confidence?: number;
}

/** A white sheet with black rectangles: left, top, width and height in dots. */
export function sheetWith(
  width: number,
  height: number,
  ink: readonly (readonly [number, number, number, number])[],
): Bitmap {
  const sheet = blankBitmap(width, height);
  for (const [left, top, wide, high] of ink) {
    for (let y = top; y < top + high; y++) sheet.pixels.fill(INK, y * width + left, y * width + left + wide);
  }
  return sheet;
}

/** The table that tesseract prints for these words. */
export function tsvOf(words: readonly SeenWord[]): string {
  const rows = words.map(({ text, left, top, width, height, line = 1, confidence = 95 }, index) =>
    [5, 1, 1, 1, line, index + 1, left, top, width, height, confidence, text].join('\t'),
  );
  const head =
    'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext';
  return [head, '1\t1\t0\t0\t0\t0\t0\t0\t900\t900\t-1\t', ...rows, ''].join('\n');
}

/** A PDF file whose pages are pictures from edge to edge, of a grey sheet each; `over` is drawn over them. */
export function scannedPdf(sheets: readonly Bitmap[], over = ''): Uint8Array {
  const resources = sheets.map((_, index) => `/I${index} ${100 + index} 0 R`).join(' ');
  return pdfOf({
    pages: sheets.map((_, index) => ({ operators: `q 595 0 0 842 0 0 cm /I${index} Do Q\n${over}` })),
    objects: sheets.map(({ width, height, pixels }) =>
      stream(
        `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode >>`,
        deflateSync(pixels),
      ),
    ),
    resources: `/XObject << ${resources} >>`,
  });
}

/** A program that takes a bitmap like tesseract and does what `script` says, for the time of one test. */
export function standInProgram(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'recognition-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'tesseract');
  writeFileSync(path, `#!${process.execPath}\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}
