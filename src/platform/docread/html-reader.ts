import { decodeHtmlCharacters } from './html-characters.ts';
import { MAX_XML_ELEMENTS } from './limits.ts';
import { Refusal } from './refusal.ts';

export type HtmlEvent = 'open' | 'close' | 'text' | 'end';

/** Elements whose content is no text of the page. */
const UNREAD = new Set([
  'head',
  'script',
  'style',
  'title',
  'template',
  'noscript',
  'textarea',
  'select',
  'svg',
  'xml',
]);

/**
 * Walks HTML from left to right, once, as forgiving as browsers are: nothing is ever malformed, and nothing is kept
 * but the place. Comments, declarations and the content of scripts and styles go by unseen.
 *
 * Refuses (`too-long`) more elements than any document has.
 */
export class HtmlReader {
  /** Name of the element just opened or closed, in small letters. */
  name = '';
  /** The text just passed, character references replaced. */
  text = '';
  readonly #source: string;
  #at = 0;
  #tag = '';
  #elementsLeft = MAX_XML_ELEMENTS;
  /** From where on a mark is known not to come again. */
  readonly #goneFrom = new Map<string, number>();
  readonly #neverEnding = new Set<string>();

  constructor(source: string) {
    this.#source = source;
  }

  /** Moves to the next event. */
  next(): HtmlEvent {
    const source = this.#source;
    while (this.#at < source.length) {
      const less = source.indexOf('<', this.#at);
      if (less !== this.#at) return this.#takeText(less === -1 ? source.length : less);
      if (source.startsWith('<!--', less)) this.#at = this.#after('-->', less + 4);
      else if (/[!?]/.test(source[less + 1] ?? '')) this.#at = this.#after('>', less + 2);
      else if (/[a-z]/i.test(source[less + 1] ?? '')) {
        if (this.#open(less)) return 'open';
      } else if (/^<\/[a-z]/i.test(source.slice(less, less + 3))) return this.#close(less);
      else return this.#takeText(less + 1);
    }
    return 'end';
  }

  /** The value of an attribute of the element just opened, '' where it stands without one. */
  attribute(name: string): string | undefined {
    const found = new RegExp(
      `\\s${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+)))?(?=[\\s/>]|$)`,
      'i',
    ).exec(this.#tag);
    return found === null ? undefined : decodeHtmlCharacters(found[1] ?? found[2] ?? found[3] ?? '');
  }

  /** Passes by everything inside the element just opened, and its closing tag. */
  skip(): void {
    const name = this.name;
    for (let depth = 1; depth > 0; ) {
      const event = this.next();
      if (event === 'end') return;
      if (this.name === name && event !== 'text') depth += event === 'open' ? 1 : -1;
    }
  }

  /** Takes an opening tag; false when the element was passed by with its content. */
  #open(less: number): boolean {
    if (--this.#elementsLeft < 0) throw new Refusal('too-long');
    const greater = this.#endOfTag(less + 1);
    const tag = this.#source.slice(less + 1, greater);
    this.#at = greater + 1;
    this.name = /^[^\s/>]*/.exec(tag)?.[0].toLowerCase() ?? '';
    this.#tag = tag.slice(this.name.length);
    if (!UNREAD.has(this.name)) return true;
    if (!tag.endsWith('/')) this.#passContent(this.name);
    return false;
  }

  /** Passes by what is unread, unless it never ends: it must not swallow the page. */
  #passContent(name: string): void {
    if (this.#neverEnding.has(name)) return;
    const end = new RegExp(`</${name}[\\s>]`, 'gi');
    end.lastIndex = this.#at;
    const found = end.exec(this.#source);
    if (found === null) this.#neverEnding.add(name);
    else this.#at = this.#after('>', found.index);
  }

  #close(less: number): HtmlEvent {
    const end = this.#after('>', less);
    this.name =
      /^[^\s/>]*/.exec(this.#source.slice(less + 2, Math.min(end, less + 66)))?.[0].toLowerCase() ?? '';
    this.#at = end;
    return 'close';
  }

  #takeText(end: number): HtmlEvent {
    this.text = decodeHtmlCharacters(this.#source.slice(this.#at, end));
    this.#at = end;
    return 'text';
  }

  /** The `>` that ends a tag; one inside a quoted value does not, unless the quotation never ends. */
  #endOfTag(from: number): number {
    const source = this.#source;
    const mark = /["'>]/g;
    mark.lastIndex = from;
    for (let found = mark.exec(source); found !== null; found = mark.exec(source)) {
      if (found[0] === '>') return found.index;
      const close = this.#find(found[0], found.index + 1);
      if (close !== -1) mark.lastIndex = close + 1;
    }
    return source.length;
  }

  #after(mark: string, from: number): number {
    const found = this.#find(mark, from);
    return found === -1 ? this.#source.length : found + mark.length;
  }

  /** Looks for a mark ahead; that there is none is found out once. */
  #find(mark: string, from: number): number {
    if (from >= (this.#goneFrom.get(mark) ?? Number.POSITIVE_INFINITY)) return -1;
    const found = this.#source.indexOf(mark, from);
    if (found === -1) this.#goneFrom.set(mark, from);
    return found;
  }
}
