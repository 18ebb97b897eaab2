import { Refusal } from './refusal.ts';
import { ElementBudget, XmlReader } from './xml-reader.ts';
import type { ZipFile } from './zip.ts';

/** What an Office file is, by the content type of its main part. */
export type OfficeKind = 'word' | 'other-office' | 'not-office';

/** Parts that the main part points to, by the last word of the relationship's type. */
export interface OfficePart {
  readonly xml: XmlReader;
  /** Opens a related part ("styles", "numbering", "footnotes"), undefined where the document has none. */
  related(type: string): XmlReader | undefined;
}

/** Tells a Word file from a workbook or slides, and both from any other zip. */
export function officeKind(zip: ZipFile): OfficeKind {
  if (!zip.has('[Content_Types].xml'))
    return zip.has('META-INF/manifest.xml') ? 'other-office' : 'not-office';
  const main = mainPartName(zip);
  if (main === undefined) return 'not-office';
  return contentType(zip, main).includes('wordprocessingml') ? 'word' : 'other-office';
}

/** Opens the main part; refuses a package that names one and lacks it. */
export function openMainPart(zip: ZipFile): OfficePart {
  const main = mainPartName(zip);
  const budget = new ElementBudget();
  const xml = main === undefined ? undefined : openPart(zip, main, budget);
  if (main === undefined || xml === undefined) throw new Refusal('damaged');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const targets = relationships(zip, `${folder}_rels/${main.slice(folder.length)}.rels`, folder);
  return {
    xml,
    related(type) {
      const name = targets.get(type);
      return name === undefined ? undefined : openPart(zip, name, budget);
    },
  };
}

function mainPartName(zip: ZipFile): string | undefined {
  return relationships(zip, '_rels/.rels', '').get('officeDocument');
}

function relationships(zip: ZipFile, name: string, folder: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  const xml = openPart(zip, name);
  if (xml?.next() !== 'open') return targets;
  xml.eachChild((child) => {
    const type = xml.attribute('Type');
    const target = xml.attribute('Target');
    if (child !== 'Relationship' || type === undefined || target === undefined) return;
    if (xml.attribute('TargetMode') === 'External') return;
    const lastWord = type.slice(type.lastIndexOf('/') + 1);
    if (!targets.has(lastWord)) targets.set(lastWord, partName(folder, target));
  });
  return targets;
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
