import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { compose, IDENTITY, type Matrix, place, toMatrix } from './pdf-matrix.ts';

/** What is asked of a font: how wide its units are and how it looks. */
export interface PdfFont {
  readonly unitWidth: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Its name, by which a font of signs is known. */
  readonly name: string;
}

/** One glyph on the page: its start and end on the baseline, y downwards. */
export interface PlacedGlyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly endX: number;
  readonly endY: number;
  readonly size: number;
  readonly font: PdfFont;
  /** True for the first glyph of a show operator: only there a gap was set on purpose. */
  readonly starts: boolean;
  /** True for text laid unseen over a picture, as recognition programs leave it. */
  readonly unseen: boolean;
}

interface Glyph {
  readonly unicode?: unknown;
  readonly width?: unknown;
  readonly isSpace?: unknown;
}

const UNSEEN = 3;
const BOLD_BY_STROKE = 2;

/** Font, spacing and position of text, as the text operators set and move them. */
export class PdfTextState {
  #font: PdfFont | undefined;
  #fontSize = 1;
  #charSpacing = 0;
  #wordSpacing = 0;
  #stretch = 1;
  #leading = 0;
  #rise = 0;
  #mode = 0;
  #line: Matrix = IDENTITY;
  #advance = 0;

  copy(): PdfTextState {
    const twin = new PdfTextState();
    twin.#font = this.#font;
    twin.#fontSize = this.#fontSize;
    twin.#charSpacing = this.#charSpacing;
    twin.#wordSpacing = this.#wordSpacing;
    twin.#stretch = this.#stretch;
    twin.#leading = this.#leading;
    twin.#rise = this.#rise;
    twin.#mode = this.#mode;
    twin.#line = this.#line;
    twin.#advance = this.#advance;
    return twin;
  }

  setFont(font: PdfFont | undefined, size: number): void {
    this.#font = font;
    this.#fontSize = Number.isFinite(size) ? size : 1;
  }

  /** Takes one operator that sets or moves text; others pass without effect. */
  follow(operator: number, args: readonly unknown[]): void {
    const [first, second] = args;
    switch (operator) {
      case OPS.beginText:
        this.#moveTo(IDENTITY);
        break;
      case OPS.setTextMatrix:
        this.#moveTo(toMatrix((args.length === 1 ? first : args) as ArrayLike<unknown>) ?? this.#line);
        break;
      case OPS.setLeadingMoveText:
        this.#leading = -number(second);
        this.#step(number(first), number(second));
        break;
      case OPS.moveText:
        this.#step(number(first), number(second));
        break;
      case OPS.nextLine:
        this.#step(0, -this.#leading);
        break;
      case OPS.setCharSpacing:
        this.#charSpacing = number(first);
        break;
      case OPS.setWordSpacing:
        this.#wordSpacing = number(first);
        break;
      case OPS.setHScale:
        this.#stretch = number(first) / 100;
        break;
      case OPS.setLeading:
        this.#leading = number(first);
        break;
      case OPS.setTextRise:
        this.#rise = number(first);
        break;
      case OPS.setTextRenderingMode:
        this.#mode = number(first);
        break;
    }
  }

  #moveTo(line: Matrix): void {
    this.#line = line;
    this.#advance = 0;
  }

  #step(x: number, y: number): void {
    this.#moveTo(compose(this.#line, [1, 0, 0, 1, x, y]));
  }

  /** Adds the glyphs that are shown; `page` takes them to points on the page. */
  show(shown: unknown, page: Matrix, glyphs: PlacedGlyph[]): void {
    if (!Array.isArray(shown) || this.#font === undefined) return;
    const look =
      this.#mode === BOLD_BY_STROKE && !this.#font.bold ? { ...this.#font, bold: true } : this.#font;
    const map = compose(page, this.#line);
    let starts = true;
    for (const item of shown as (number | Glyph | null)[]) {
      if (typeof item === 'number') {
        this.#advance -= (item * this.#fontSize * this.#stretch) / 1000;
        continue;
      }
      if (item === null) continue;
      const width = number(item.width) * look.unitWidth * this.#fontSize * this.#stretch;
      const text = typeof item.unicode === 'string' ? item.unicode : '';
      if (text !== '') {
        const [x, y] = place(map, this.#advance, this.#rise);
        const [endX, endY] = place(map, this.#advance + width, this.#rise);
        const size = Math.abs(this.#fontSize) * Math.hypot(map[2], map[3]);
        const unseen = this.#mode === UNSEEN;
        glyphs.push({ text, x, y, endX, endY, size, font: look, starts, unseen });
      }
      const spacing = this.#charSpacing + (item.isSpace === true ? this.#wordSpacing : 0);
      this.#advance += width + spacing * this.#stretch;
      starts = false;
    }
  }
}

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
