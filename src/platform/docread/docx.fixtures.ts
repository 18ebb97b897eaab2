import { strToU8, type Zippable, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Names of the vocabularies that the bodies below may use. */
export const NAMESPACES = `xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"`;

export interface DocxParts {
  /** What stands inside `w:body`. */
  readonly body: string;
  /** What stands inside the root of the part of that name. */
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
}

/** The parts of a Word file as text, by their names in the zip. */
export function docxTexts(parts: DocxParts): Record<string, string> {
  const related = (['styles', 'numbering', 'footnotes'] as const).filter((name) => parts[name] !== undefined);
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${CONTENT_TYPE}.document.main+xml"/></Types>`,
    '_rels/.rels': relationshipsXml([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationshipsXml(related.map((name) => [name, `${name}.xml`])),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<w:document ${NAMESPACES}><w:body>${parts.body}</w:body></w:document>`,
    ...Object.fromEntries(
      related.map((name) => [`word/${name}.xml`, `<w:${name} ${NAMESPACES}>${parts[name]}</w:${name}>`]),
    ),
  };
}

/** A Word file made of its body and what the body needs. */
export function docx(parts: DocxParts | string): Uint8Array {
  return zipOf(docxTexts(typeof parts === 'string' ? { body: parts } : parts));
}

export function zipOf(texts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = {};
  for (const [name, text] of Object.entries(texts)) {
    files[name] = typeof text === 'string' ? strToU8(text) : text;
  }
  return zipSync(files);
}

/** A paragraph: its text, and what stands in its properties. */
export function p(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${text === '' ? '' : r(text)}</w:p>`;
}

/** A run: its text, and what stands in its properties. */
export function r(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** List properties of a paragraph. */
export function numbered(list: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
}

/** A level of a list definition. */
export function lvl(index: number, format: string, pattern: string, more = ''): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`;
}

export function tbl(...rows: string[]): string {
  return `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
}

export function tr(cells: readonly string[], properties = ''): string {
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;
}

/** A cell of one paragraph, or of the blocks given. */
export function tc(content: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
}

function relationshipsXml(targets: readonly (readonly [string, string])[]): string {
  const entries = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`;
}
