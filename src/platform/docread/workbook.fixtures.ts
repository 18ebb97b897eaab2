import { zipOf } from './docx.fixtures.ts';

const X = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export interface SheetParts {
  /** What stands inside `sheetData`. */
  readonly data: string;
  /** References such as "A1:C2". */
  readonly merges?: readonly string[];
  /** What stands inside `cols`. */
  readonly columns?: string;
  /** Attributes of the `sheet` element. */
  readonly attributes?: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetParts[];
  /** What stands inside `sst`. */
  readonly strings?: string;
  /** What stands inside `styleSheet`. */
  readonly styles?: string;
  /** Attributes of `workbookPr`. */
  readonly properties?: string;
}

/** The parts of a workbook as text, by their names in the zip. */
export function workbookTexts({
  sheets,
  strings = '',
  styles = '',
  properties = '',
}: WorkbookParts): Record<string, string> {
  const named = sheets.map(
    ({ attributes = '' }, index) =>
      `<sheet name="S${index + 1}" sheetId="${index + 1}" ${attributes} r:id="rId${index + 1}"/>`,
  );
  const targets = [
    ...sheets.map((_, index) =>
      relationship(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
    ),
    relationship('rId901', 'sharedStrings', 'sharedStrings.xml'),
    relationship('rId902', 'styles', 'styles.xml'),
  ];
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': relationships(relationship('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/_rels/workbook.xml.rels': relationships(targets.join('')),
    'xl/workbook.xml': `<workbook xmlns="${X}" xmlns:r="${OFFICE}"><workbookPr ${properties}/><sheets>${named.join('')}</sheets></workbook>`,
    'xl/sharedStrings.xml': `<sst xmlns="${X}">${strings}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${X}">${styles}</styleSheet>`,
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetText(sheet)]),
    ),
  };
}

/** A workbook of the sheets given, or of one sheet with these rows. */
export function workbook(parts: WorkbookParts | string): Uint8Array {
  return zipOf(workbookTexts(typeof parts === 'string' ? { sheets: [{ data: parts }] } : parts));
}

/** A row by its number; texts stand as inline strings from column A on, what begins with "<" as it is. */
export function row(number: number, cells: readonly string[], attributes = ''): string {
  const written = cells.map((text, column) =>
    text === '' || text.startsWith('<') ? text : inline(`${columnName(column)}${number}`, text),
  );
  return `<row r="${number}" ${attributes}>${written.join('')}</row>`;
}

/** A cell of one text; the text is taken as XML. */
export function inline(reference: string, text: string): string {
  return `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** The letters of a column, counted from 0. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

function sheetText({ data, merges = [], columns = '' }: SheetParts): string {
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet xmlns="${X}"><cols>${columns}</cols><sheetData>${data}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
}

function relationships(entries: string): string {
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries}</Relationships>`;
}

function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}
