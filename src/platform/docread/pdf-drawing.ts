import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { MAX_PAGE_GLYPHS } from './limits.ts';
import { compose, IDENTITY, type Matrix, toMatrix } from './pdf-matrix.ts';
import type { Rule } from './pdf-page.ts';
import { type PdfFont, PdfTextState, type PlacedGlyph } from './pdf-text-state.ts';
import { Refusal } from './refusal.ts';
import { type PathPaint, rulesOfPath } from './ruling-strokes.ts';

/** What a page draws, in the order of drawing. */
export interface PageDrawing {
  readonly glyphs: PlacedGlyph[];
  readonly rules: Rule[];
  readonly pictures: PlacedPicture[];
}

/** A picture on the page: its place in points, and the name under which its pixels can be asked for. */
export interface PlacedPicture {
  readonly name: string;
  readonly map: Matrix;
}

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

const MOST_RULES = 20_000;

const PAINTS = new Map<unknown, PathPaint>([
  [OPS.stroke, 'stroke'],
  [OPS.closeStroke, 'stroke'],
  [OPS.fill, 'fill'],
  [OPS.eoFill, 'fill'],
  [OPS.fillStroke, 'both'],
  [OPS.eoFillStroke, 'both'],
  [OPS.closeFillStroke, 'both'],
  [OPS.closeEOFillStroke, 'both'],
]);

/** Follows the drawing operators of a page; `paper` takes its coordinates to points with y downwards. */
export function followDrawing(
  operators: OperatorList,
  paper: Matrix,
  fontOf: (name: string) => PdfFont | undefined,
): PageDrawing {
  const drawing: PageDrawing = { glyphs: [], rules: [], pictures: [] };
  const saved: { map: Matrix; text: PdfTextState }[] = [];
  let map: Matrix = IDENTITY;
  let text = new PdfTextState();
  const save = (): void => {
    saved.push({ map, text: text.copy() });
  };
  const restore = (): void => {
    const last = saved.pop();
    if (last) ({ map, text } = last);
  };
  const turn = (matrix: Matrix | undefined): void => {
    if (matrix) map = compose(map, matrix);
  };
  for (const [index, operator] of operators.fnArray.entries()) {
    const args = operators.argsArray[index] ?? [];
    switch (operator) {
      case OPS.save:
        save();
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        restore();
        break;
      case OPS.transform:
        turn(toMatrix(args));
        break;
      case OPS.paintFormXObjectBegin:
        save();
        turn(toMatrix(args[0] as ArrayLike<unknown> | null));
        break;
      case OPS.constructPath:
        drawPath(args, compose(paper, map), drawing.rules);
        break;
      case OPS.paintImageXObject:
        drawing.pictures.push({ name: String(args[0]), map: compose(paper, map) });
        break;
      case OPS.paintImageMaskXObject:
        drawing.pictures.push({ name: maskName(args[0]), map: compose(paper, map) });
        break;
      case OPS.setFont:
        text.setFont(fontOf(String(args[0])), Number(args[1]));
        break;
      case OPS.showText:
        text.show(args[0], compose(paper, map), drawing.glyphs);
        if (drawing.glyphs.length > MAX_PAGE_GLYPHS) throw new Refusal('too-long');
        break;
      default:
        text.follow(operator, args);
    }
  }
  return drawing;
}

/** A picture of ink alone names its dots inside a description. */
function maskName(mask: unknown): string {
  return String((mask as { readonly data?: unknown } | undefined)?.data);
}

function drawPath(args: readonly unknown[], map: Matrix, rules: Rule[]): void {
  const paint = PAINTS.get(args[0]);
  const path = (args[1] as readonly unknown[] | undefined)?.[0];
  if (paint === undefined || !(path instanceof Float32Array) || rules.length > MOST_RULES) return;
  rules.push(...rulesOfPath(path, map, paint));
}
