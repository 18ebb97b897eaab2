import { fold } from '#platform/search/folding.ts';

/** Somebody who can be named: with the whole name, or its last words where nobody else ends so. */
export interface Nameable<Key extends string = string> {
  readonly id: Key;
  readonly fullName: string;
}

/** A place of a text where somebody is named: who it may be, nobody or several where that is not clear. */
export interface MentionSpan<Key extends string = string> {
  /** Where the `@` stands, and where the name ends. */
  readonly from: number;
  readonly to: number;
  /** The name as it was typed. */
  readonly typed: string;
  readonly ids: readonly Key[];
}

/** An `@` that begins a word and is followed by a letter: those within addresses of e-mail do not. */
const opening = /(?<![\p{L}\p{N}_.+-])@(?=\p{L})/gu;
const word = /^[ \u00a0]?([\p{L}\p{M}][\p{L}\p{M}\p{N}'’-]*)/u;
const mostWords = 6;

/** The places of a text where people are named, in their order; the longest name that fits is taken. */
export function mentionSpans<Key extends string>(
  text: string,
  people: readonly Nameable<Key>[],
): MentionSpan<Key>[] {
  const named = people.map(({ id, fullName }) => ({ id, key: ` ${nameKey(fullName)}` }));
  return [...text.matchAll(opening)].map(({ index }) => {
    const ends = wordEnds(text, index + 1);
    for (const to of ends.toReversed()) {
      const key = ` ${fold(text.slice(index + 1, to))}`;
      const whole = named.filter((one) => one.key === key);
      const fitting = whole.length > 0 ? whole : named.filter((one) => one.key.endsWith(key));
      if (fitting.length > 0) {
        return { from: index, to, typed: text.slice(index + 1, to), ids: fitting.map(({ id }) => id) };
      }
    }
    const to = nameEnd(text, index + 1, ends);
    return { from: index, to, typed: text.slice(index + 1, to), ids: [] };
  });
}

/** The name without what is added in brackets. */
function nameKey(fullName: string): string {
  return fold(fullName.replaceAll(/\([^)]*\)/g, ' '));
}

/** Where the words after a place end, as many as a name may have. */
function wordEnds(text: string, start: number): number[] {
  const ends: number[] = [];
  for (let at = start; ends.length < mostWords; ) {
    const found = word.exec(text.slice(at, at + 60));
    if (!found) break;
    at += found[0].length;
    ends.push(at);
  }
  return ends;
}

/** How far an unknown name reaches: as long as its words begin with a capital letter, one word at least. */
function nameEnd(text: string, start: number, ends: readonly number[]): number {
  let to = ends[0] ?? start;
  for (const [index, end] of ends.entries()) {
    const begins = (index === 0 ? start : (ends[index - 1] ?? start)) + (index === 0 ? 0 : 1);
    if (!/^\p{Lu}/u.test(text.slice(begins, end))) break;
    to = end;
  }
  return to;
}
