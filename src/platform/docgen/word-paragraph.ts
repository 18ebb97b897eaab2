import { AlignmentType, BorderStyle, Paragraph, TextRun } from 'docx';
import { outlineLook } from './outline-look.ts';
import { type Outline, type Paragraph as PaperParagraph, type Words, runsOf } from './paper.ts';
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
