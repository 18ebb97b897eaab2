import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { followDrawing, type PageDrawing } from './pdf-drawing.ts';
import { type Matrix, toMatrix } from './pdf-matrix.ts';
import type { PrintedPage } from './pdf-page.ts';
import type { PdfFont } from './pdf-text-state.ts';
import { wordsOf } from './pdf-words.ts';
import { refuseBombs } from './pdf-streams.ts';
import { MAX_PDF_PAGES } from './limits.ts';
import { Refusal } from './refusal.ts';

/** A PDF file while it is open. */
export interface OpenPdf {
  readonly pages: () => Promise<PrintedPage[]>;
}

const NO_PICTURES = 0;
const TAIL_BYTES = 2048;
const SPACE = 0x20;

/** Opens a PDF file for the time of `use`: no script, font, network or picture of it is touched. */
export async function openPdf<Result>(
  bytes: Uint8Array,
  use: (pdf: OpenPdf) => Promise<Result>,
): Promise<Result> {
  if (!hasEnd(bytes)) throw new Refusal('truncated');
  refuseBombs(bytes);
  // The library takes the buffer for itself, hence the copy.
  const task = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    stopAtErrors: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: NO_PICTURES,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MAX_PDF_PAGES) throw new Refusal('too-long');
    return await use({ pages: () => readPages(document) });
  } catch (problem) {
    throw problem instanceof Refusal ? problem : new Refusal(codeOf(problem), problem);
  } finally {
    await task.destroy();
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

async function readPages(document: PDFDocumentProxy): Promise<PrintedPage[]> {
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    pages.push(await readPage(page));
    page.cleanup();
  }
  return pages;
}

async function readPage(page: PDFPageProxy): Promise<PrintedPage> {
  const operators = await page.getOperatorList();
  const fonts = new Map<string, PdfFont | undefined>();
  const fontOf = (name: string): PdfFont | undefined => {
    if (!fonts.has(name)) fonts.set(name, lookOf(page, name));
    return fonts.get(name);
  };
  const draw = (rotation: number): { drawing: PageDrawing; width: number; height: number } => {
    const { transform, width, height } = page.getViewport({ scale: 1, rotation });
    return { drawing: followDrawing(operators, toMatrix(transform) as Matrix, fontOf), width, height };
  };
  const asShown = draw(page.rotate);
  const turned = quarterTurns(asShown.drawing);
  const { drawing, width, height } = turned === 0 ? asShown : draw((page.rotate + 360 - turned * 90) % 360);
  return { width, height, words: wordsOf(drawing.glyphs), rules: drawing.rules };
}

/** How many quarter turns, clockwise, most of the text stands away from level. */
function quarterTurns({ glyphs }: PageDrawing): number {
  const counts = [0, 0, 0, 0];
  for (const { x, y, endX, endY } of glyphs) {
    const [along, down] = [endX - x, endY - y];
    const turn = Math.abs(along) >= Math.abs(down) ? (along >= 0 ? 0 : 2) : down > 0 ? 1 : 3;
    counts[turn] = (counts[turn] ?? 0) + 1;
  }
  return counts.indexOf(Math.max(...counts));
}

function lookOf(page: PDFPageProxy, name: string): PdfFont | undefined {
  if (!page.commonObjs.has(name)) return undefined;
  const font = page.commonObjs.get(name) as {
    readonly name?: string;
    readonly bold?: boolean;
    readonly black?: boolean;
    readonly italic?: boolean;
    readonly fontMatrix?: readonly number[];
  };
  const title = font.name ?? '';
  return {
    name: title,
    unitWidth: font.fontMatrix?.[0] ?? 0.001,
    bold: font.bold === true || font.black === true || /bold|black|heavy|,b/i.test(title),
    italic: font.italic === true || /italic|oblique/i.test(title),
  };
}
