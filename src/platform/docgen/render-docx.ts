import {
  AlignmentType,
  Document,
  type FileChild,
  Header,
  type ISectionOptions,
  NumberFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { type PageLayout, pageLayoutOn } from './page-layout.ts';
import type { Annex, Paper, PaperBlock } from './paper.ts';
import { printedPaper } from './printed-paper.ts';
import { annexTitle, ending, masthead, titleLines } from './word-frame.ts';
import { twips } from './word-measure.ts';
import { addresseeParagraphs, bodyParagraph, outlineParagraphs, wordRuns } from './word-paragraph.ts';
import { styleId, wordStyles } from './word-styles.ts';
import { wordTable } from './word-table.ts';

/** A paper as a Word file (.docx), laid out by the rules of its day. */
export async function renderDocx(paper: Paper): Promise<Uint8Array> {
  const layout = pageLayoutOn(paper.laidOutOn);
  const printed = printedPaper(paper, layout);
  const document = new Document({
    title: printed.title,
    creator: printed.issuer,
    styles: wordStyles(layout),
    sections: [
      section(mainPart(printed, layout), layout, 'portrait'),
      ...printed.annexes.map((annex) => section(annexPart(annex, layout), layout, annex.orientation)),
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function mainPart(paper: Paper, layout: PageLayout): FileChild[] {
  const roomMm = roomOf(layout, 'portrait');
  return [
    masthead(paper, layout, roomMm),
    ...titleLines(paper, layout, roomMm),
    ...paper.bases.map((basis) => new Paragraph({ style: styleId('basis'), children: wordRuns(basis) })),
    ...paper.body.flatMap((block) => wordBlock(block, roomMm)),
    ...(paper.ending === undefined ? [] : [gap(), ending(paper.ending, roomMm)]),
  ];
}

function annexPart(annex: Annex, layout: PageLayout): FileChild[] {
  const roomMm = roomOf(layout, annex.orientation);
  return [...annexTitle(annex), ...annex.body.flatMap((block) => wordBlock(block, roomMm))];
}

function wordBlock(block: PaperBlock, roomMm: number): FileChild[] {
  switch (block.kind) {
    case 'paragraph':
      return [bodyParagraph(block)];
    case 'outline':
      return outlineParagraphs(block);
    case 'addressees':
      return addresseeParagraphs(block, roomMm);
    case 'table':
      // Two tables without a paragraph between them are one to Word.
      return [wordTable(block, roomMm), gap()];
  }
}

/** Pages of their own with their own numbers, which the first page does not show. */
function section(
  children: FileChild[],
  layout: PageLayout,
  orientation: Annex['orientation'],
): ISectionOptions {
  const { top, bottom, left, right } = layout.marginsMm;
  const number = new Paragraph({
    style: styleId('pageNumber'),
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
  return {
    properties: {
      titlePage: true,
      page: {
        size: {
          width: twips(layout.widthMm),
          height: twips(layout.heightMm),
          orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(top),
          bottom: twips(bottom),
          left: twips(left),
          right: twips(right),
          header: twips(top / 2),
          footer: twips(bottom / 2),
        },
        pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
      },
    },
    headers: { default: new Header({ children: [number] }), first: new Header({ children: [gap()] }) },
    children,
  };
}

function roomOf(layout: PageLayout, orientation: Annex['orientation']): number {
  const width = orientation === 'landscape' ? layout.heightMm : layout.widthMm;
  return width - layout.marginsMm.left - layout.marginsMm.right;
}

function gap(): Paragraph {
  return new Paragraph({ style: styleId('table'), children: [] });
}
