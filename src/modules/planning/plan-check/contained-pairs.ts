/** Two texts by their places in the list: the first has no word that the second has not. */
export type ContainedPair = readonly [number, number];

interface Bag {
  readonly words: ReadonlySet<string>;
  /** A bit for each word, several words to a bit: two bags can be told apart without looking at the words. */
  readonly bits: number;
  readonly rarest: string;
}

/**
 * All pairs of word lists of which one holds all the words of the other, as often, and few more: twice the words of
 * the shorter make up at least `least` of both, 0 to 1. Order does not matter. Of equal lists, the earlier comes first.
 *
 * The longer list must hold the rarest word of the shorter, so each is compared only with the lists that do, and the
 * work does not grow with the square of the list.
 */
export function containedPairs(lists: readonly (readonly string[])[], least: number): ContainedPair[] {
  const numbered = lists.map(numberRepeats);
  const holders = new Map<string, number[]>();
  for (const [index, words] of numbered.entries()) {
    for (const word of words) {
      const known = holders.get(word);
      if (known === undefined) holders.set(word, [index]);
      else known.push(index);
    }
  }
  const bags = numbered.map((words) => bagOf(words, holders));
  return bags.flatMap((few, index) =>
    (holders.get(few.rarest) ?? []).flatMap((other): ContainedPair[] => {
      const many = bags[other];
      if (many === undefined || !isContained(few, many, least)) return [];
      const isEqual = few.words.size === many.words.size;
      return other === index || (isEqual && other < index) ? [] : [[index, other]];
    }),
  );
}

function isContained(few: Bag, many: Bag, least: number): boolean {
  if ((few.bits & ~many.bits) !== 0) return false;
  if (2 * few.words.size < least * (few.words.size + many.words.size)) return false;
  for (const word of few.words) if (!many.words.has(word)) return false;
  return true;
}

function bagOf(words: readonly string[], holders: ReadonlyMap<string, readonly number[]>): Bag {
  let bits = 0;
  let rarest = '';
  let fewest = Number.POSITIVE_INFINITY;
  for (const word of words) {
    bits |= 1 << hashOf(word);
    const count = holders.get(word)?.length ?? 0;
    if (count < fewest) [rarest, fewest] = [word, count];
  }
  return { words: new Set(words), bits, rarest };
}

/** A word that occurs again is another word, so that lists are sets. */
function numberRepeats(words: readonly string[]): string[] {
  const times = new Map<string, number>();
  return words.map((word) => {
    const count = (times.get(word) ?? 0) + 1;
    times.set(word, count);
    return count === 1 ? word : `${word} ${count}`;
  });
}

/** 0 to 31. */
function hashOf(word: string): number {
  let sum = 0;
  for (let index = 0; index < word.length; index++) sum = (sum * 31 + word.charCodeAt(index)) & 0xff_ff;
  return sum & 31;
}
