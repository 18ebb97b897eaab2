import { MAX_XML_DEPTH, MAX_XML_ELEMENTS } from './limits.ts';
import { Refusal } from './refusal.ts';
import { decodeCharacters, NamespaceScope } from './xml-names.ts';

/** How many elements may still be opened; the parts of one document share it. */
export class ElementBudget {
  #left = MAX_XML_ELEMENTS;

  spend(): void {
    if (--this.#left < 0) throw new Refusal('too-long');
  }
}

export type XmlEvent = 'open' | 'close' | 'text' | 'end';

const SPACE = 0x20;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const GREATER = 0x3e;
const BANG = 0x21;
const QUESTION = 0x3f;

/**
 * Walks an XML part from left to right, once, holding nothing but the path of open elements: time grows with the
 * length of the part only, and the walk stops at the first thing that an Office writer would never write.
 *
 * Refuses document types and unknown entities (`xml-entities`), nesting beyond `MAX_XML_DEPTH` (`too-deep`), more
 * elements than the budget has (`too-long`) and whatever is not well formed (`damaged`).
 */
export class XmlReader {
  /** Name of the element just opened or closed, its prefix made canonical: see `NamespaceScope`. */
  name = '';
  readonly #source: string;
  readonly #budget: ElementBudget;
  /** The open elements, by the names in the source and by their canonical ones. */
  readonly #path: string[] = [];
  readonly #names: string[] = [];
  readonly #scopes: NamespaceScope[] = [NamespaceScope.outermost];
  #at = 0;
  #tag = '';
  #text = '';
  #isEmptyElement = false;

  constructor(source: string, budget: ElementBudget) {
    this.#source = source;
    this.#budget = budget;
  }

  /** Moves to the next event; an empty element gives an `open` and a `close`, white space around the root nothing. */
  next(): XmlEvent {
    if (this.#isEmptyElement) {
      this.#isEmptyElement = false;
      return this.#leave();
    }
    const source = this.#source;
    while (this.#at < source.length) {
      const less = source.indexOf('<', this.#at);
      if (less !== this.#at) {
        const end = less === -1 ? source.length : less;
        if (this.#path.length > 0) return this.#takeText(end);
        this.#passBlank(end);
        continue;
      }
      const second = source.charCodeAt(less + 1);
      if (second === SLASH) return this.#close(less);
      if (second === QUESTION) this.#at = this.#after('?>', less + 2);
      else if (second !== BANG) return this.#open(less);
      else if (source.startsWith('<!--', less)) this.#at = this.#after('-->', less + 4);
      else if (source.startsWith('<![CDATA[', less)) return this.#takeRaw(less + 9);
      else throw new Refusal('xml-entities');
    }
    if (this.#path.length > 0) throw new Refusal('damaged');
    return 'end';
  }

  /** The value of an attribute of the element just opened, by its name without prefix. */
  attribute(localName: string): string | undefined {
    const tag = this.#tag;
    for (let from = 0; ; ) {
      const found = tag.indexOf(localName, from);
      if (found === -1) return undefined;
      from = found + localName.length;
      const before = tag.charCodeAt(found - 1);
      if (before > SPACE && tag[found - 1] !== ':') continue;
      const value = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag.slice(from));
      if (value !== null) return decodeCharacters(value[1] ?? value[2] ?? '');
    }
  }

  /**
   * Visits the children of the element just opened and ends behind its closing tag. A visitor reads as much of the
   * child as it likes; the rest is passed over.
   */
  eachChild(visit: (name: string) => void): void {
    const depth = this.#path.length;
    for (;;) {
      const event = this.next();
      if (event === 'close' || event === 'end') return;
      if (event !== 'open') continue;
      visit(this.name);
      while (this.#path.length > depth) this.next();
    }
  }

  /** The characters directly inside the element just opened; ends behind its closing tag. */
  content(): string {
    let content = '';
    const depth = this.#path.length;
    while (this.#path.length >= depth) {
      if (this.next() === 'text' && this.#path.length === depth) content += this.#text;
    }
    return content;
  }

  #open(less: number): XmlEvent {
    const source = this.#source;
    const greater = this.#endOfTag(less + 1);
    this.#isEmptyElement = source.charCodeAt(greater - 1) === SLASH;
    const tag = source.slice(less + 1, this.#isEmptyElement ? greater - 1 : greater);
    let nameEnd = 0;
    while (nameEnd < tag.length && tag.charCodeAt(nameEnd) > SPACE) nameEnd++;
    if (nameEnd === 0 || (this.#path.length === 0 && this.name !== '')) throw new Refusal('damaged');
    if (this.#path.length >= MAX_XML_DEPTH) throw new Refusal('too-deep');
    this.#budget.spend();
    const rawName = tag.slice(0, nameEnd);
    const outer = this.#scopes[this.#scopes.length - 1] ?? NamespaceScope.outermost;
    const scope = tag.includes('xmlns') ? outer.within(tag) : outer;
    this.#path.push(rawName);
    this.#scopes.push(scope);
    this.#tag = tag.slice(nameEnd);
    this.name = scope.canonical(rawName);
    this.#names.push(this.name);
    this.#at = greater + 1;
    return 'open';
  }

  #close(less: number): XmlEvent {
    const greater = this.#source.indexOf('>', less);
    if (greater === -1) throw new Refusal('damaged');
    if (this.#source.slice(less + 2, greater).trimEnd() !== this.#path[this.#path.length - 1]) {
      throw new Refusal('damaged');
    }
    this.#at = greater + 1;
    return this.#leave();
  }

  #leave(): XmlEvent {
    const name = this.#names.pop();
    if (name === undefined) throw new Refusal('damaged');
    this.#path.pop();
    this.#scopes.pop();
    this.name = name;
    return 'close';
  }

  #takeText(end: number): XmlEvent {
    const raw = this.#source.slice(this.#at, end);
    this.#at = end;
    this.#text = decodeCharacters(raw);
    return 'text';
  }

  #passBlank(end: number): void {
    // `trim` also takes off a byte order mark.
    if (this.#source.slice(this.#at, end).trim() !== '') throw new Refusal('damaged');
    this.#at = end;
  }

  #takeRaw(start: number): XmlEvent {
    this.#at = this.#after(']]>', start);
    this.#text = this.#source.slice(start, this.#at - 3);
    return 'text';
  }

  #after(mark: string, from: number): number {
    const found = this.#source.indexOf(mark, from);
    if (found === -1) throw new Refusal('damaged');
    return found + mark.length;
  }

  /** The `>` that ends a tag; one inside a quoted value does not. */
  #endOfTag(from: number): number {
    const source = this.#source;
    for (let at = from; at < source.length; at++) {
      const code = source.charCodeAt(at);
      if (code === GREATER) return at;
      if (code === QUOTE || code === APOSTROPHE) {
        at = source.indexOf(code === QUOTE ? '"' : "'", at + 1);
        if (at === -1) break;
      }
    }
    throw new Refusal('damaged');
  }
}
