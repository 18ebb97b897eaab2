import { HTMLElement, type Node, parse, TextNode } from 'node-html-parser';
import words from './english.json' with { type: 'json' };

const english: Readonly<Record<string, string>> = words;

/** Attributes whose words are read or heard by people, or spoken by a script of the page. */
const spoken =
  /^(?:aria-label|placeholder|title|alt|label|content|data-(?:label|none|found|many|gap|empty|keep-.+))$/;
/** Fields that are typed into show their value; that of a choice is its own mark. */
const typed = new Set(['text', 'search', 'email', 'tel', '']);

/**
 * A document of the gallery in English: each example is written once, with the words of the office, and `english.json`
 * says how they read in English. `missing` are the words that it does not know, `said` those that it was asked for;
 * `{place}` stands for the copy's place.
 */
export function inEnglish(html: string): { html: string; missing: string[]; said: string[] } {
  const root = parse(html);
  const missing = new Set<string>();
  const asked = new Set<string>();
  const say = (text: string): string => {
    const said = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
    const place = /\b(?:light|dark|test)\b/.exec(said)?.[0] ?? '';
    const key = place ? said.replace(place, '{place}') : said;
    const other = english[key];
    asked.add(key);
    if (other === undefined && isVietnamese(said)) missing.add(key);
    return other === undefined ? text : text.replace(text.trim(), () => other.replace('{place}', place));
  };
  translate(root, say);
  root.querySelector('html')?.setAttribute('lang', 'en');
  return { html: root.toString(), missing: [...missing], said: [...asked] };
}

function translate(node: Node, say: (text: string) => string): void {
  if (node instanceof TextNode) node.rawText = escape(say(node.text));
  if (!(node instanceof HTMLElement)) return;
  // What names its own language stays: the switch to the other one, a paper in Vietnamese.
  if (node.getAttribute('lang') && node.tagName !== 'HTML') return;
  for (const [name, value] of Object.entries(node.attributes)) {
    if (spoken.test(name) || (name === 'value' && node.tagName === 'INPUT' && typed.has(kindOf(node))))
      node.setAttribute(name, say(value));
  }
  for (const child of node.childNodes) translate(child, say);
}

function kindOf(input: HTMLElement): string {
  return input.getAttribute('type') ?? '';
}

/** Marks of Vietnamese that no other word of a page has; names are left as they are written. */
function isVietnamese(text: string): boolean {
  return /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i.test(text);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
