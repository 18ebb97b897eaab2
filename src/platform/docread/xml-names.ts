import { Refusal } from './refusal.ts';

/** Short names for the vocabularies that matter, whatever prefix the writing program chose; both OOXML dialects. */
const PREFIX_OF_NAMESPACE: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w:'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w:'],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'x:'],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', 'x:'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm:'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm:'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
  ['http://schemas.openxmlformats.org/package/2006/content-types', ''],
]);

const FOREIGN = '?:';

/** The namespace prefixes in force at one element; a scope only holds what its own element declares. */
export class NamespaceScope {
  static readonly outermost = new NamespaceScope(undefined, new Map());
  readonly #outer: NamespaceScope | undefined;
  readonly #declared: ReadonlyMap<string, string>;
  readonly #names = new Map<string, string>();

  private constructor(outer: NamespaceScope | undefined, declared: ReadonlyMap<string, string>) {
    this.#outer = outer;
    this.#declared = declared;
  }

  /** The scope of an element whose tag declares prefixes. */
  within(tag: string): NamespaceScope {
    const declared = new Map<string, string>();
    for (const found of tag.matchAll(/\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      declared.set(found[1] ?? '', PREFIX_OF_NAMESPACE.get(found[2] ?? found[3] ?? '') ?? FOREIGN);
    }
    return new NamespaceScope(this, declared);
  }

  /** The name with its short prefix ("w:p"), "?:name" in a vocabulary that does not matter here. */
  canonical(rawName: string): string {
    const known = this.#names.get(rawName);
    if (known !== undefined) return known;
    const colon = rawName.indexOf(':');
    const name = this.#prefix(rawName.slice(0, Math.max(0, colon))) + rawName.slice(colon + 1);
    // The outermost scope outlives one document and must not collect its names.
    if (this.#outer !== undefined) this.#names.set(rawName, name);
    return name;
  }

  #prefix(raw: string): string {
    const declared = this.#declared.get(raw);
    if (declared !== undefined || this.#outer === undefined) return declared ?? FOREIGN;
    return this.#outer.#prefix(raw);
  }
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Replaces character references; an entity other than the five of XML itself is refused, for Word writes none. */
export function decodeCharacters(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&([^;&]{0,12};)?/g, (_, reference: string | undefined) => {
    if (reference === undefined) throw new Refusal('damaged');
    const body = reference.slice(0, -1);
    if (!body.startsWith('#')) {
      const character = Object.hasOwn(NAMED, body) ? NAMED[body] : undefined;
      if (character === undefined) throw new Refusal('xml-entities');
      return character;
    }
    const code = /^#x[0-9a-f]+$/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    if (!Number.isInteger(code) || code < 1 || code > 0x10ffff) throw new Refusal('damaged');
    return String.fromCodePoint(code);
  });
}
