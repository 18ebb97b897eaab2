import { ParagraphDraft } from './paragraph-draft.ts';
import type { LooseBlock } from './loose-blocks.ts';
import { Refusal } from './refusal.ts';
import { readParagraphProperties } from './word-properties.ts';
import type { WordReading } from './word-reading.ts';
import { readRun } from './word-run.ts';
import { readTable } from './word-table.ts';
import type { XmlReader } from './xml-reader.ts';

/**
 * Reads the paragraphs and tables inside the element just opened (a body, a cell, a text box, a note), in order.
 *
 * Tracked changes count as accepted. Text boxes follow the paragraph that holds them. What is no block (the
 * properties of a cell) goes to `visitOther`.
 */
export function readBlocks(
  xml: XmlReader,
  word: WordReading,
  visitOther: (name: string) => void = () => {},
): LooseBlock[] {
  const blocks: LooseBlock[] = [];
  let draft = new ParagraphDraft();
  let isCarried = false;
  const visit = (name: string): void => {
    if (name === 'w:p') {
      const boxes = readParagraph(xml, draft, word);
      isCarried = draft.properties.endDeleted === true;
      if (!isCarried) {
        blocks.push(draft.finish(word));
        draft = new ParagraphDraft();
      }
      for (const box of boxes) blocks.push(box);
    } else if (name === 'w:tbl') {
      for (const table of readTable(xml, word, readBlocks)) blocks.push(table);
    } else if (name === 'w:altChunk') throw new Refusal('embedded-document');
    else if (name === 'mc:AlternateContent') readAlternative(xml, visit);
    else if (HOLDERS_OF_BLOCKS.has(name)) xml.eachChild(visit);
    else visitOther(name);
  };
  xml.eachChild(visit);
  if (isCarried) blocks.push(draft.finish(word));
  return blocks;
}

const HOLDERS_OF_BLOCKS: ReadonlySet<string> = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:ins',
  'w:moveTo',
]);

const HOLDERS_OF_RUNS: ReadonlySet<string> = new Set([
  ...HOLDERS_OF_BLOCKS,
  'w:hyperlink',
  'w:smartTag',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
]);

/** Reads a `w:p` just opened into a draft; gives the text boxes that hang on it. */
function readParagraph(xml: XmlReader, draft: ParagraphDraft, word: WordReading): LooseBlock[] {
  const boxes: LooseBlock[] = [];
  // A draft carried over takes the properties of the paragraph that it runs into.
  draft.properties = {};
  const readDrawing = (drawing: XmlReader): void => {
    const visitDrawn = (name: string): void => {
      if (name === 'w:txbxContent') for (const block of readBlocks(drawing, word)) boxes.push(block);
      else if (name === 'mc:AlternateContent') readAlternative(drawing, visitDrawn);
      else drawing.eachChild(visitDrawn);
    };
    if (drawing.name === 'mc:AlternateContent') readAlternative(drawing, visitDrawn);
    else drawing.eachChild(visitDrawn);
  };
  const visit = (name: string): void => {
    if (name === 'w:r' || name === 'm:r') readRun(xml, draft, word, readDrawing);
    else if (name === 'w:pPr') draft.properties = readParagraphProperties(xml);
    else if (name === 'mc:AlternateContent') readAlternative(xml, visit);
    else if (HOLDERS_OF_RUNS.has(name) || name.startsWith('m:')) xml.eachChild(visit);
  };
  xml.eachChild(visit);
  draft.endFields();
  return boxes;
}

/** The same content stands once for new programs and once for old ones: only the first is read. */
function readAlternative(xml: XmlReader, visit: (name: string) => void): void {
  let isChosen = false;
  xml.eachChild((name) => {
    if (isChosen || (name !== 'mc:Choice' && name !== 'mc:Fallback')) return;
    isChosen = true;
    xml.eachChild(visit);
  });
}
