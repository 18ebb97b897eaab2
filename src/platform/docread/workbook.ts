import type { SourceDocument } from './document.ts';
import { layLines } from './lay-lines.ts';
import type { LooseBlock } from './loose-blocks.ts';
import { type OfficePart, openMainPart } from './ooxml-package.ts';
import { ReadingTally } from './reading-tally.ts';
import { Refusal } from './refusal.ts';
import { sheetBlocks } from './sheet-blocks.ts';
import { readSheet, type WorkbookTerms } from './sheet-cells.ts';
import { laySheet } from './sheet-rows.ts';
import { readSharedStrings } from './workbook-strings.ts';
import { readCellFormats } from './workbook-styles.ts';
import type { ZipFile } from './zip.ts';

/**
 * Reads a workbook (.xlsx) whose zip directory is open: what its visible sheets show, one after the other, merged
 * cells on their exact grid, formulas by their last value. Throws a `Refusal` and nothing else.
 */
export function readWorkbook(zip: ZipFile): SourceDocument {
  const main = openMainPart(zip);
  const { sheetIds, from1904 } = readContents(main);
  const tally = new ReadingTally();
  const terms: WorkbookTerms = {
    strings: readSharedStrings(main.related('sharedStrings'), tally),
    formats: readCellFormats(main.related('styles')),
    from1904,
    tally,
  };
  const blocks: LooseBlock[] = [];
  for (const id of sheetIds) {
    const xml = main.relatedById(id);
    if (xml === undefined) throw new Refusal('damaged');
    for (const block of sheetBlocks(laySheet(readSheet(xml, terms), tally))) blocks.push(block);
  }
  const source = layLines('xlsx', blocks);
  if (source.blocks.length === 0) throw new Refusal('empty');
  return source;
}

/** The visible sheets in the order of their tabs. */
function readContents({ xml }: OfficePart): { sheetIds: string[]; from1904: boolean } {
  const sheetIds: string[] = [];
  let from1904 = false;
  if (xml.next() !== 'open' || xml.name !== 'x:workbook') throw new Refusal('damaged');
  xml.eachChild((name) => {
    if (name === 'x:workbookPr') from1904 = /^(?:1|true)$/.test(xml.attribute('date1904') ?? '');
    else if (name === 'x:sheets') {
      xml.eachChild(() => {
        const id = xml.attribute('id');
        if (id !== undefined && (xml.attribute('state') ?? 'visible') === 'visible') sheetIds.push(id);
      });
    }
  });
  if (xml.next() !== 'end') throw new Refusal('damaged');
  return { sheetIds, from1904 };
}
