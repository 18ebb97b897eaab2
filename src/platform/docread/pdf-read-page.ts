import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AnnotationMode } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { followDrawing, type PageDrawing } from './pdf-drawing.ts';
import { IDENTITY, toMatrix } from './pdf-matrix.ts';
import type { PdfFont } from './pdf-text-state.ts';

/** A page as drawn, turned so that most of its text is level. */
export interface DrawnPage extends PageDrawing {
  readonly width: number;
  readonly height: number;
}

/** Follows the drawing of a page. Stamps of signatures and other annotations lie over it and are left out. */
export async function drawPage(page: PDFPageProxy): Promise<DrawnPage> {
  const operators = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  const fonts = new Map<string, PdfFont | undefined>();
  const fontOf = (name: string): PdfFont | undefined => {
    if (!fonts.has(name)) fonts.set(name, lookOf(page, name));
    return fonts.get(name);
  };
  const draw = (rotation: number): DrawnPage => {
    const { transform, width, height } = page.getViewport({ scale: 1, rotation });
    return { ...followDrawing(operators, toMatrix(transform) ?? IDENTITY, fontOf), width, height };
  };
  const asShown = draw(page.rotate);
  const turns = quarterTurns(asShown);
  return turns === 0 ? asShown : draw((page.rotate + 360 - turns * 90) % 360);
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
