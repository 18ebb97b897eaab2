import type { ByteView } from './byte-view.ts';
import { type RowLayout, readRowLayout } from './doc-row.ts';
import { readSprms, type Sprm } from './doc-sprms.ts';
import type { Paragraph } from './document.ts';
import type { ReadingTally } from './reading-tally.ts';

/** What an old Word file says of a paragraph, as far as reading it goes. */
export interface DocParagraph {
  align?: NonNullable<Paragraph['align']>;
  outlineLevel?: number;
  /** Number of the list in the table of list uses, from 1; 0 for none. */
  listId?: number;
  listLevel?: number;
  /** How many tables it stands in. */
  depth: number;
  /** Its mark ends a cell of an inner table; in the outermost table the character itself tells. */
  endsInnerCell: boolean;
  /** It is no paragraph but the end of a row. */
  endsRow: boolean;
  /** At the end of a row, how the row is laid. */
  row: RowLayout | undefined;
}

const ALIGNMENT = ['left', 'center', 'right', 'justify'] as const;

const MOST_LISTS = 0x7ff;

/** Reads the properties of a paragraph from its changes, those that lie in the data stream included. */
export function readDocParagraph(
  sprms: readonly Sprm[],
  data: ByteView | undefined,
  tally: ReadingTally,
): DocParagraph {
  const paragraph: DocParagraph = { depth: 0, endsInnerCell: false, endsRow: false, row: undefined };
  const all = sprms.flatMap((sprm) => (isElsewhere(sprm) ? sprmsElsewhere(sprm, data) : [sprm]));
  tally.tallyProperties(all.length);
  let isInTable = false;
  for (const sprm of all) {
    const { code, value } = sprm;
    switch (code) {
      case 0x2403:
      case 0x2461:
        paragraph.align = ALIGNMENT[value.u8(0)] ?? 'left';
        break;
      case 0x2640:
        if (value.u8(0) < 9) paragraph.outlineLevel = value.u8(0);
        break;
      case 0x260a:
        paragraph.listLevel = Math.min(8, value.u8(0));
        break;
      case 0x460b:
        paragraph.listId = value.u16(0) > MOST_LISTS ? 0 : value.u16(0);
        break;
      case 0x2416:
        isInTable = value.u8(0) !== 0;
        break;
      case 0x6649:
        paragraph.depth = Math.max(0, value.i32(0));
        break;
      case 0x244b:
        paragraph.endsInnerCell = value.u8(0) !== 0;
        break;
      case 0x2417:
      case 0x244c:
        paragraph.endsRow = value.u8(0) !== 0;
        break;
    }
  }
  if (isInTable) paragraph.depth = Math.max(1, paragraph.depth);
  if (paragraph.endsRow) paragraph.row = readRowLayout(all);
  tally.tallyProperties(paragraph.row?.cells.length ?? 0);
  return paragraph;
}

/** What does not fit on its page, as the layout of wide rows, lies in a stream of its own. */
function isElsewhere({ code }: Sprm): boolean {
  return code === 0x6646 || code === 0x6645;
}

function sprmsElsewhere({ value }: Sprm, data: ByteView | undefined): Sprm[] {
  if (data === undefined) return [];
  const at = value.u32(0);
  return readSprms(data.part(at + 2, at + 2 + data.u16(at)));
}
