import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { PageLayout } from './page-layout.ts';
import type { Annex, Paper, PaperEnding } from './paper.ts';
import { roughWidthMm, twips } from './word-measure.ts';
import { elementLine, ruleLine } from './word-paragraph.ts';
import { styleId } from './word-styles.ts';

/** The part of the width that the issuing body takes beside the national heading, and the recipients beside the name. */
const LEFT = { masthead: 0.42, ending: 0.5 } as const;
/** What an urgency mark leaves free at either side, so that its box is about as wide as the stamp. */
const URGENCY_SIDE_MM = 14;
const STAMP_COLOUR = 'C00000';
/** Room for a signature by hand or its picture, in lines. */
const SIGNATURE_LINES = 4;

/** Who issues, beside the national heading; under it number and day. */
export function masthead(paper: Paper, layout: PageLayout, roomMm: number): Table {
  const leftMm = roomMm * LEFT.masthead;
  const rule = (part: number, widthMm: number, cellMm: number) => ruleLine(part * widthMm, cellMm);
  return sideBySide(roomMm, LEFT.masthead, [
    [
      [
        ...(paper.superior ? [elementLine('superior', paper.superior)] : []),
        elementLine('issuer', paper.issuer),
        rule(layout.rules.issuer, roughWidthMm(paper.issuer, layout.looks.issuer), leftMm),
      ],
      [
        elementLine('nation', layout.nation),
        elementLine('motto', layout.motto),
        rule(layout.rules.motto, roughWidthMm(layout.motto, layout.looks.motto), roomMm - leftMm),
      ],
    ],
    [
      [
        elementLine('number', paper.number),
        ...(paper.isLetter ? [elementLine('letterSubject', paper.subject)] : []),
        ...(paper.urgency ? [urgencyMark(paper.urgency)] : []),
      ],
      [elementLine('placeAndDate', paper.placeAndDate)],
    ],
  ]);
}

/** Name of the type and subject with the rule under them; a letter has its subject under its number. */
export function titleLines(paper: Paper, layout: PageLayout, roomMm: number): Paragraph[] {
  if (paper.isLetter) return [gap()];
  const widthMm = Math.min(roomMm, roughWidthMm(paper.subject, layout.looks.subject));
  return [
    gap(),
    ...(paper.kind ? [elementLine('kind', paper.kind, true)] : []),
    elementLine('subject', paper.subject, true),
    ruleLine(layout.rules.subject * widthMm, roomMm),
    gap(),
  ];
}

/** Label, title and note that open an annex. */
export function annexTitle(annex: Annex): Paragraph[] {
  return [
    elementLine('annexLabel', annex.label, true),
    elementLine('annexTitle', annex.title, true),
    elementLine('annexNote', annex.note, true),
    gap(),
  ];
}

/** Who gets the paper, beside who signs it. */
export function ending(end: PaperEnding, roomMm: number): Table {
  const recipients = [
    elementLine('recipientsLabel', end.recipientsLabel),
    ...end.recipients.map((recipient) => elementLine('recipient', recipient)),
  ];
  const signature = [
    ...(end.authority ? [elementLine('authority', end.authority)] : []),
    elementLine('position', end.position),
    ...Array.from({ length: SIGNATURE_LINES }, gap),
    elementLine('signer', end.signer),
  ];
  return sideBySide(roomMm, LEFT.ending, [[recipients, signature]]);
}

function urgencyMark(text: string): Paragraph {
  const edge = { style: BorderStyle.SINGLE, size: 8, space: 1, color: STAMP_COLOUR };
  const side = twips(URGENCY_SIDE_MM);
  return new Paragraph({
    style: styleId('urgency'),
    border: { top: edge, bottom: edge, left: edge, right: edge },
    indent: { left: side, right: side },
    spacing: { before: 120 },
    children: [new TextRun({ text, color: STAMP_COLOUR })],
  });
}

function gap(): Paragraph {
  return new Paragraph({ style: styleId('table'), children: [] });
}

function sideBySide(
  roomMm: number,
  left: number,
  rows: readonly (readonly [readonly Paragraph[], readonly Paragraph[]])[],
): Table {
  const widths = [twips(roomMm * left), twips(roomMm * (1 - left))];
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const borders = {
    top: none,
    bottom: none,
    left: none,
    right: none,
    insideHorizontal: none,
    insideVertical: none,
  };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(roomMm), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 0, right: 0, marginUnitType: WidthType.DXA },
    borders,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({ width: { size: widths[index] ?? 0, type: WidthType.DXA }, borders, children }),
          ),
        }),
    ),
  });
}
