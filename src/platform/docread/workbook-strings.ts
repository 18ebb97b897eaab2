import type { ReadingTally } from './reading-tally.ts';
import type { XmlReader } from './xml-reader.ts';

/** Reads the part in which a workbook keeps each text once; cells name them by their place. */
export function readSharedStrings(xml: XmlReader | undefined, tally: ReadingTally): readonly string[] {
  const strings: string[] = [];
  if (xml?.next() !== 'open') return strings;
  xml.eachChild((name) => {
    if (name === 'x:si') strings.push(readRichText(xml, tally));
  });
  return strings;
}

/** The text of an `si` or `is` just opened: its runs put together, without the guide to pronunciation. */
export function readRichText(xml: XmlReader, tally: ReadingTally): string {
  let text = '';
  const visit = (name: string): void => {
    if (name === 'x:t') text += xml.content();
    else if (name === 'x:r') xml.eachChild(visit);
  };
  xml.eachChild(visit);
  tally.tallyText(text);
  // Characters that XML cannot hold stand as "_x000D_"; a real "_x" has its line escaped in the same way.
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
