import { Refusal } from './refusal.ts';
import { ElementBudget, XmlReader } from './xml-reader.ts';
import type { ZipFile } from './zip.ts';

/** What an Office file is, by the content type of its main part. */
export type OfficeKind = 'word' | 'workbook' | 'other-office' | 'not-office';

/** The main part of an Office file and the parts that it points to. */
export interface OfficePart {
  readonly xml: XmlReader;
  /** Opens a related part by the last word of the relationship's type ("styles"), undefined where there is none. */
  related(type: string): XmlReader | undefined;
  /** Opens a related part by the id that the main part calls it by. */
  relatedById(id: string): XmlReader | undefined;
}

interface Relationship {
  readonly id: string | undefined;
  /** The last word of its type. */
  readonly type: string;
  readonly part: string;
}

// With macros or without: macros are one more part, and only parts that are named here are ever opened.
const WORD = /wordprocessingml|ms-word\.(?:document|template)\./;
const WORKBOOK = /spreadsheetml|ms-excel\.(?:sheet|template)\.macroEnabled/;

/** Tells a Word file from a workbook or slides, and all from any other zip. */
export function officeKind(zip: ZipFile): OfficeKind {
  if (!zip.has('[Content_Types].xml'))
    return zip.has('META-INF/manifest.xml') ? 'other-office' : 'not-office';
  const main = mainPartName(zip);
  if (main === undefined) return 'not-office';
  const type = contentType(zip, main);
  if (WORD.test(type)) return 'word';
  return WORKBOOK.test(type) ? 'workbook' : 'other-office';
}

/** Opens the main part; refuses a package that names one and lacks it. */
export function openMainPart(zip: ZipFile): OfficePart {
  const main = mainPartName(zip);
  const budget = new ElementBudget();
  const xml = main === undefined ? undefined : openPart(zip, main, budget);
  if (main === undefined || xml === undefined) throw new Refusal('damaged');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const targets = relationships(zip, `${folder}_rels/${main.slice(folder.length)}.rels`, folder);
  const open = (relationship: Relationship | undefined): XmlReader | undefined =>
    relationship && openPart(zip, relationship.part, budget);
  return {
    xml,
    related: (type) => open(targets.find((target) => target.type === type)),
    relatedById: (id) => open(targets.find((target) => target.id === id)),
  };
}

function mainPartName(zip: ZipFile): string | undefined {
  return relationships(zip, '_rels/.rels', '').find(({ type }) => type === 'officeDocument')?.part;
}

function relationships(zip: ZipFile, name: string, folder: string): Relationship[] {
  const found: Relationship[] = [];
  const xml = openPart(zip, name);
  if (xml?.next() !== 'open') return found;
  xml.eachChild((child) => {
    const type = xml.attribute('Type');
    const target = xml.attribute('Target');
    if (child !== 'Relationship' || type === undefined || target === undefined) return;
    if (xml.attribute('TargetMode') === 'External') return;
    const part = partName(folder, target);
    found.push({ id: xml.attribute('Id'), type: type.slice(type.lastIndexOf('/') + 1), part });
  });
  return found;
}

/** A name is only looked up among the parts of the file, so that no path leads out of it. */
function partName(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `/${folder}${target}`;
  return new URL(`part:${path}`).pathname.slice(1);
}

function contentType(zip: ZipFile, part: string): string {
  const xml = openPart(zip, '[Content_Types].xml');
  if (xml?.next() !== 'open') return '';
  let found = '';
  xml.eachChild((child) => {
    const name = xml.attribute('PartName');
    if (child === 'Override' && name?.toLowerCase() === `/${part}`.toLowerCase()) {
      found = xml.attribute('ContentType') ?? '';
    }
  });
  return found;
}

function openPart(zip: ZipFile, name: string, budget = new ElementBudget()): XmlReader | undefined {
  const bytes = zip.read(name);
  return bytes === undefined ? undefined : new XmlReader(decode(bytes), budget);
}

function decode(bytes: Uint8Array): string {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Refusal('damaged', cause);
  }
}
