import { Zip, ZipDeflate } from 'fflate';
import { dayNumber } from '#platform/clock/plain-date.ts';
import { startsFormula } from '#platform/http/csv.ts';
import type { FileCell, FileColumn, RowFile } from './row-file.ts';
import {
  contentTypes,
  packageLinks,
  sheetEnd,
  sheetStart,
  styles,
  workbook,
  workbookLinks,
} from './xlsx-parts.ts';

/** Days from 1899-12-30, from which spreadsheets count, to 1970-01-01. */
const daysBeforeEpoch = 25_569;
/** A cell of a spreadsheet holds no more characters. */
const longestCell = 32_767;
/** Characters that XML does not know, and halves of pairs. */
const notInXml =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** The looks of cells, by their place in the styles: see `styles`. */
const look = { text: 0, head: 1, day: 2, guarded: 3 } as const;

/**
 * An Excel workbook of one sheet, packed while it is written: rows go into the zip at once and only what is packed is
 * kept. Days are days and numbers are numbers. A text that Excel would take for a formula once somebody edits it is
 * marked as text.
 */
export function xlsxFile<Row>(title: string, columns: readonly FileColumn<Row>[]): RowFile<Row> {
  let packed: Uint8Array[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    packed.push(data);
  });
  const take = () => {
    const bytes = Buffer.concat(packed);
    packed = [];
    return bytes;
  };
  for (const [name, content] of [
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', packageLinks],
    ['xl/workbook.xml', workbook(escaped(title.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31)))],
    ['xl/_rels/workbook.xml.rels', workbookLinks],
    ['xl/styles.xml', styles],
  ] as const) {
    const part = new ZipDeflate(name, { level: 6 });
    zip.add(part);
    part.push(Buffer.from(content, 'utf8'), true);
  }
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 6 });
  zip.add(sheet);
  sheet.push(
    Buffer.from(sheetStart + rowOf(columns.map((column) => textCell(column.label, look.head))), 'utf8'),
  );
  return {
    add(rows) {
      let xml = '';
      for (const row of rows) xml += rowOf(columns.map((column) => cellOf(column.value(row))));
      if (xml !== '') sheet.push(Buffer.from(xml, 'utf8'));
      return take();
    },
    end() {
      sheet.push(Buffer.from(sheetEnd, 'utf8'), true);
      zip.end();
      return take();
    },
  };
}

function rowOf(cells: readonly string[]): string {
  return `<row>${cells.join('')}</row>`;
}

function cellOf(cell: FileCell): string {
  if (cell === null || cell === '') return '<c/>';
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c><v>${cell}</v></c>` : '<c/>';
  if (typeof cell === 'object')
    return `<c s="${look.day}"><v>${dayNumber(cell.day) + daysBeforeEpoch}</v></c>`;
  return textCell(cell, startsFormula(cell) ? look.guarded : look.text);
}

function textCell(text: string, style: number): string {
  const content = escaped(text.slice(0, longestCell));
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${content}</t></is></c>`;
}

function escaped(text: string): string {
  return text
    .replaceAll(notInXml, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
