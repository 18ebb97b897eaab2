import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { MAX_PDF_PAGES, MAX_PICTURE_DOTS } from './limits.ts';
import { refuseBombs } from './pdf-streams.ts';
import { Refusal } from './refusal.ts';

const NO_PICTURES = 0;
const TAIL_BYTES = 2048;
const SPACE = 0x20;

// What unpacks black and white scans lies beside the library.
const DECODERS = join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), 'wasm') + sep;

/**
 * Opens a PDF file for the time of `use`. No script of it runs, nothing is fetched, fonts are not drawn, and pictures
 * are unpacked only where they are asked for.
 */
export async function openPdf<Result>(
  bytes: Uint8Array,
  pictures: 'with-pictures' | 'without-pictures',
  use: (document: PDFDocumentProxy) => Promise<Result>,
): Promise<Result> {
  if (!hasEnd(bytes)) throw new Refusal('truncated');
  refuseBombs(bytes);
  const wanted = pictures === 'with-pictures';
  // The library takes the buffer for itself, hence the copy.
  const task = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    useWasm: wanted,
    ...(wanted ? { wasmUrl: DECODERS } : {}),
    enableXfa: false,
    stopAtErrors: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: wanted ? MAX_PICTURE_DOTS : NO_PICTURES,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MAX_PDF_PAGES) throw new Refusal('too-long');
    return await use(document);
  } catch (problem) {
    throw problem instanceof Refusal ? problem : new Refusal(codeOf(problem), problem);
  } finally {
    await task.destroy();
  }
}

/** Takes the pages one after the other, by their numbers from 0, and frees each before the next. */
export async function eachPage(
  document: PDFDocumentProxy,
  numbers: readonly number[],
  take: (page: PDFPageProxy, number: number) => Promise<void>,
): Promise<void> {
  for (const number of numbers) {
    const page = await document.getPage(number + 1);
    await take(page, number);
    page.cleanup();
  }
}

/** A file is written to its end mark; a library would mend a file without one, and lose pages in silence. */
function hasEnd(bytes: Uint8Array): boolean {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] ?? 0) <= SPACE) end--;
  const tail = Buffer.from(bytes.subarray(Math.max(0, end - TAIL_BYTES), end)).toString('latin1');
  return tail.includes('%%EOF') || tail.includes('startxref');
}

function codeOf(problem: unknown): 'password-protected' | 'damaged' {
  return problem instanceof Error && problem.name === 'PasswordException' ? 'password-protected' : 'damaged';
}
