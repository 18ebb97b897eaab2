import { type NumberFormat, numberFormatOf } from './number-format.ts';
import type { XmlReader } from './xml-reader.ts';
import { wholeNumber } from './whole-number.ts';

/** How many styles a workbook may have, by the limit of Excel. */
const IDS = { from: 0, to: 65_535 };

/** Reads the styles part: the number format of each cell style, by its index. */
export function readCellFormats(xml: XmlReader | undefined): readonly NumberFormat[] {
  const spelled = new Map<number, string>();
  const ids: number[] = [];
  if (xml?.next() !== 'open') return [];
  xml.eachChild((name) => {
    if (name === 'x:numFmts') {
      xml.eachChild(() => {
        const id = wholeNumber(xml, 'numFmtId', IDS);
        if (id !== undefined) spelled.set(id, xml.attribute('formatCode') ?? '');
      });
    } else if (name === 'x:cellXfs') {
      xml.eachChild(() => {
        ids.push(wholeNumber(xml, 'numFmtId', IDS) ?? 0);
      });
    }
  });
  const formats = new Map([...new Set(ids)].map((id) => [id, numberFormatOf(id, spelled.get(id))]));
  return ids.map((id) => formats.get(id) ?? { kind: 'general' });
}
