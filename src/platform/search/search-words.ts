import { fold, spell } from './folding.ts';
import { decodeTyped } from './typed-word.ts';

/** What is read of a search; the rest is left out without a word. */
export const longestSearch = 200;
const mostTerms = 12;

/** One thing that must be there: a word, or several words side by side. */
export interface SearchTerm {
  /** As typed, without signs: "nguyễn", "12 kh ubnd", "thủ tục". */
  readonly text: string;
  /** What the same keys are in Telex or VNI, when the input method was off. */
  readonly meant: string | undefined;
  /** A single letter is a word of its own; longer terms also begin a word. */
  readonly isWhole: boolean;
}

/** A search as understood: every term must be there, in any order. */
export interface SearchWords {
  readonly typed: string;
  readonly terms: readonly SearchTerm[];
}

/**
 * Reads what somebody typed into a search field. Words may come in any order; a quoted part and the parts of a number
 * such as 12/KH-UBND stay side by side. Undefined when there is nothing to look for.
 */
export function readSearch(typed: string | undefined): SearchWords | undefined {
  const text = (typed ?? '').slice(0, longestSearch).normalize('NFC');
  const terms: SearchTerm[] = [];
  for (const [, quoted, bare] of text.matchAll(/["“”]([^"“”]*)["“”]|([^\s"“”]+)/g)) {
    const words = cleaned(quoted ?? bare ?? '');
    if (words === '' || terms.length === mostTerms) continue;
    const isOne = quoted === undefined && !words.includes(' ');
    terms.push({
      text: words,
      meant: isOne ? decodeTyped(words) : undefined,
      isWhole: fold(words).length === 1,
    });
  }
  return terms.length > 0 ? { typed: text.trim(), terms } : undefined;
}

/** Letters, digits and %, with single blanks between: nothing that means something to a pattern but %. */
function cleaned(part: string): string {
  return part.replaceAll(/[^\p{L}\p{M}\p{N}%]+/gu, ' ').trim();
}

/** True when a search has nothing but single letters: too little to look through everything for. */
export function isTooShort(words: SearchWords): boolean {
  return words.terms.every((term) => term.isWhole);
}

/** True when something was typed with marks, or by keys that mean marks. */
export function isMarked(words: SearchWords): boolean {
  return words.terms.some(({ text, meant }) => meant !== undefined || spell(text).trim() !== fold(text));
}

/**
 * How well words that stand in no table (the name of a page) answer a search: undefined when a term is missing, else
 * higher is better, exact marks before everything. The twin of `matchesWords` and `exactFirst`.
 */
export function textScore(words: SearchWords, text: string): number | undefined {
  const folded = ` ${fold(text)} `;
  const spelled = spell(text);
  const found = (term: SearchTerm, inText: string, of: (word: string) => string) =>
    [term.text, term.meant].some(
      (form) => form !== undefined && inText.includes(` ${of(form).trim()}${term.isWhole ? ' ' : ''}`),
    );
  if (!words.terms.every((term) => found(term, folded, fold))) return undefined;
  const isExact = words.terms.every((term) => found(term, spelled, spell));
  const asTyped = words.terms.map((term) => fold(term.text));
  return (
    (isExact ? 4 : 0) +
    (folded.includes(` ${asTyped.join(' ')}`) ? 2 : 0) +
    (asTyped.every((word) => folded.includes(` ${word} `)) ? 1 : 0)
  );
}
