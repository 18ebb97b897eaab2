import { availableParallelism } from 'node:os';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { place } from './pdf-matrix.ts';
import { eachPage, openPdf } from './pdf-open.ts';
import type { PrintedPage } from './pdf-page.ts';
import { drawPage, type DrawnPage } from './pdf-read-page.ts';
import { Refusal } from './refusal.ts';
import { gridsOf } from './ruling-grid.ts';
import { takeRules } from './ruling-pixels.ts';
import { inkLevel, toPgm } from './scan-bitmap.ts';
import { missedCells, putBack } from './scan-missed-cells.ts';
import { dotsPerPoint, type PaintedPicture, paintPage } from './scan-paper.ts';
import { paintedPictures } from './scan-pictures.ts';
import { skewOf } from './scan-skew.ts';
import { runTesseract } from './scan-tesseract.ts';
import { wordsOfTsv } from './scan-words.ts';

/** How pages that are pictures of text are to be read. */
export interface Recognition {
  /** Full path of tesseract. */
  readonly program: string;
  readonly onProgress?: (done: number, total: number) => void;
}

const SHARE_OF_PAGE = 0.5;
const MOST_AT_ONCE = 4;

/**
 * Reads those of the given pages (numbers from 0) that a picture covers; the others are left out of the answer.
 *
 * Refuses (`scanned`) at the first such page when nobody asked for recognition or the program cannot do it.
 */
export async function recogniseScans(
  bytes: Uint8Array,
  numbers: readonly number[],
  recognition: Recognition | undefined,
): Promise<Map<number, PrintedPage>> {
  const read = new Map<number, PrintedPage>();
  const running = new Set<Promise<void>>();
  let done = 0;
  await openPdf(bytes, 'with-pictures', async (document) => {
    await eachPage(document, numbers, async (page, number) => {
      const scan = await scanOf(page);
      if (scan && !recognition) throw new Refusal('scanned');
      if (!scan) recognition?.onProgress?.(++done, numbers.length);
      else if (recognition) {
        const task = recognise(scan, recognition.program).then((printed) => {
          read.set(number, printed);
          recognition.onProgress?.(++done, numbers.length);
        });
        running.add(task);
        task.finally(() => running.delete(task)).catch(() => {});
        if (running.size >= Math.min(MOST_AT_ONCE, availableParallelism())) await Promise.race(running);
      }
    });
    await Promise.all(running);
  });
  return read;
}

interface Scan {
  readonly width: number;
  readonly height: number;
  readonly pictures: readonly PaintedPicture[];
}

/** The page as pictures; undefined where they cover little of it. */
async function scanOf(page: PDFPageProxy): Promise<Scan | undefined> {
  const drawn = await drawPage(page);
  if (!drawn.pictures.some((picture) => coverage(picture.map, drawn) > SHARE_OF_PAGE)) return undefined;
  const { width, height } = drawn;
  return { width, height, pictures: await paintedPictures(page, drawn.pictures) };
}

function coverage(map: DrawnPage['pictures'][number]['map'], { width, height }: DrawnPage): number {
  const [[x0, y0], [x1, y1]] = [place(map, 0, 0), place(map, 1, 1)];
  return (Math.abs(x1 - x0) * Math.abs(y1 - y0)) / (width * height);
}

async function recognise(scan: Scan, program: string): Promise<PrintedPage> {
  const scale = dotsPerPoint(scan.pictures);
  const asScanned = paintPage(scan, scan.pictures, scale, 0);
  const ink = inkLevel(asScanned);
  const skew = skewOf(asScanned, ink);
  const level = skew === 0 ? asScanned : paintPage(scan, scan.pictures, scale, -skew);
  const rules = takeRules(level, ink, scale);
  const words = wordsOfTsv(await runTesseract(program, toPgm(level), 'page'), scale);
  const missed = missedCells(level, ink, scale, gridsOf(rules), words);
  if (missed) {
    const found = wordsOfTsv(await runTesseract(program, toPgm(missed.sheet), 'block'), scale);
    words.push(...putBack(missed, found, scale));
  }
  return { width: scan.width, height: scan.height, words, rules };
}
