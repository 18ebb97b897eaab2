import { AlignmentType, BorderStyle, Paragraph, TextRun } from 'docx';
import { outlineLook } from './outline-look.ts';
import {
  type Addressees,
  addresseeLines,
  type Outline,
  type Paragraph as PaperParagraph,
  runsOf,
  type Words,
} from './paper.ts';
import { twips } from './word-measure.ts';
import { styleId, type WordStyle } from './word-styles.ts';

/** Words as runs of Word; a line feed breaks the line. */
export function wordRuns(words: Words, all: { readonly bold?: boolean } = {}): TextRun[] {
  return runsOf(words).flatMap((run) =>
    run.text.split('\n').map(
      (text, index) =>
        new TextRun({
          text,
          ...(index > 0 ? { break: 1 } : {}),
          ...((run.bold ?? all.bold) === undefined ? {} : { bold: run.bold ?? all.bold ?? false }),
          ...(run.italic === undefined ? {} : { italics: run.italic }),
        }),
    ),
  );
}

/** A line of the paper's frame in the look of its element. */
export function elementLine(element: Exclude<WordStyle, 'table'>, text: string, keepNext = false): Paragraph {
  return new Paragraph({ style: styleId(element), keepNext, children: wordRuns(text) });
}

/** A paragraph of the body. */
export function bodyParagraph(block: PaperParagraph): Paragraph {
  return new Paragraph({
    style: styleId('body'),
    children: wordRuns(block.words),
    ...(block.align === 'center' ? { alignment: AlignmentType.CENTER, indent: { firstLine: 0 } } : {}),
  });
}

/** Where the colon of the addressees stands, as a part of the width; how wide a colon is, and a dash with its space. */
const COLON_AT = 0.38;
const COLON_MM = 1.4;
const DASH_MM = 3;

/** To whom a letter goes; of several, every dash stands under the colon. */
export function addresseeParagraphs(block: Addressees, roomMm: number): Paragraph[] {
  const style = styleId('addressees');
  const [only] = block.names;
  if (only !== undefined && block.names.length === 1)
    return [
      new Paragraph({
        style,
        alignment: AlignmentType.CENTER,
        children: wordRuns(`${block.label} ${only}`),
      }),
    ];
  const left = twips(roomMm * COLON_AT - COLON_MM + DASH_MM);
  return [
    new Paragraph({
      style,
      keepNext: true,
      alignment: AlignmentType.RIGHT,
      indent: { right: twips(roomMm * (1 - COLON_AT)) },
      children: wordRuns(block.label),
    }),
    ...addresseeLines(block).map(
      (line, index, all) =>
        new Paragraph({
          style,
          keepNext: true,
          indent: { left, hanging: twips(DASH_MM) },
          ...(index === all.length - 1 ? { spacing: { after: 120 } } : {}),
          children: wordRuns(line),
        }),
    ),
  ];
}

/** A numbered piece of the outline: its number, and its words beside or under it. */
export function outlineParagraphs(block: Outline): Paragraph[] {
  const { centred, bold, depth } = outlineLook(block.level);
  const heading = depth === undefined ? {} : { outlineLevel: depth - 1, keepNext: true };
  if (centred) {
    const style = styleId(block.level === 'part' || block.level === 'chapter' ? 'chapter' : 'section');
    return [
      new Paragraph({ style, ...heading, spacing: { after: 0 }, children: wordRuns(block.label) }),
      new Paragraph({ style, keepNext: true, children: wordRuns(block.words) }),
    ];
  }
  const style = styleId(block.level === 'article' ? 'article' : 'body');
  const children = [...wordRuns(`${block.label} `, { bold }), ...wordRuns(block.words, { bold })];
  return [new Paragraph({ style, ...heading, children })];
}

/** A rule of a given width in the middle of a given room. */
export function ruleLine(widthMm: number, roomMm: number): Paragraph {
  const side = twips(Math.max(0, (roomMm - widthMm) / 2));
  return new Paragraph({
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1 } },
    indent: { left: side, right: side },
    spacing: { before: 40, after: 60, line: 60, lineRule: 'exact' },
  });
}
