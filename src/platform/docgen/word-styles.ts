import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions, LineRuleType } from 'docx';
import type { ElementName, Look, PageLayout } from './page-layout.ts';
import { twips } from './word-measure.ts';

/** The paragraph styles of a paper: one for each element, and one for words in tables. */
export type WordStyle = ElementName | 'table';

const CENTRED: ReadonlySet<WordStyle> = new Set<WordStyle>([
  'nation',
  'motto',
  'superior',
  'issuer',
  'number',
  'placeAndDate',
  'urgency',
  'kind',
  'subject',
  'letterSubject',
  'chapter',
  'section',
  'authority',
  'position',
  'signer',
  'annexLabel',
  'annexTitle',
  'annexNote',
  'pageNumber',
]);
const RUNNING: ReadonlySet<WordStyle> = new Set<WordStyle>(['basis', 'body', 'article']);
const TITLED: ReadonlySet<WordStyle> = new Set<WordStyle>(['chapter', 'section']);
const POINT = 20;
/** A single line where lines are as high as their type asks. */
const SINGLE_LINE = 240;

/** The name of a style as Word lists it. */
export function styleId(style: WordStyle): string {
  return `Paper-${style}`;
}

/** Every style of a paper in the sizes and looks of its layout rules. */
export function wordStyles(layout: PageLayout): IStylesOptions {
  const looks = Object.entries(layout.looks) as [ElementName, Look][];
  const table: Look = { ...layout.looks.body, sizePt: layout.tableSizePt };
  return {
    default: {
      document: {
        run: {
          font: layout.fontFamily,
          size: layout.looks.body.sizePt * 2,
          language: { value: 'vi-VN', eastAsia: 'vi-VN' },
        },
      },
    },
    paragraphStyles: [
      ...looks.map(([name, look]) => styleOf(name, look, layout)),
      styleOf('table', table, layout),
    ],
  };
}

function styleOf(style: WordStyle, look: Look, layout: PageLayout): IParagraphStyleOptions {
  const isRunning = RUNNING.has(style);
  return {
    id: styleId(style),
    name: styleId(style),
    quickFormat: true,
    run: { font: layout.fontFamily, size: look.sizePt * 2, bold: look.bold, italics: look.italic },
    paragraph: {
      ...(CENTRED.has(style) ? { alignment: AlignmentType.CENTER } : {}),
      ...(isRunning
        ? {
            alignment: AlignmentType.JUSTIFIED,
            indent: { firstLine: twips(layout.firstLineIndentMm) },
            spacing: {
              after: layout.paragraphGapPt * POINT,
              line: layout.lineSpacing * SINGLE_LINE,
              lineRule: LineRuleType.AUTO,
            },
          }
        : {}),
      ...(TITLED.has(style) ? { spacing: { after: layout.paragraphGapPt * POINT } } : {}),
    },
  };
}
