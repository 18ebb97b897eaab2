/** Two texts, by their places in the list, whose words are alike. */
export type LikePair = readonly [number, number];

/**
 * All pairs of word lists whose overlap is at least `least`: twice the shared words through all words, 0 to 1.
 *
 * Two lists can only be that alike if they share one of their rarest words, so only lists that do are compared, and
 * the work grows with the number of likely pairs and not with the square of the list.
 */
export function likePairs(lists: readonly (readonly string[])[], least: number): LikePair[] {
  const counts = new Map<string, number>();
  const numbered = lists.map(numberRepeats);
  for (const word of numbered.flat()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const rarestFirst = numbered.map((words) =>
    [...words].sort(
      (one, other) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0) || (one < other ? -1 : 1),
    ),
  );
  const holders = new Map<string, number[]>();
  const pairs: LikePair[] = [];
  for (const [index, words] of rarestFirst.entries()) {
    const own = new Set(words);
    const likely = new Set<number>();
    for (const word of words.slice(0, decisiveWords(words.length, least))) {
      const earlier = holders.get(word);
      if (earlier === undefined) holders.set(word, [index]);
      else {
        for (const one of earlier) likely.add(one);
        earlier.push(index);
      }
    }
    for (const other of likely) {
      const theirs = rarestFirst[other] ?? [];
      const shared = theirs.reduce((sum, word) => sum + (own.has(word) ? 1 : 0), 0);
      if (2 * shared >= least * (words.length + theirs.length)) pairs.push([other, index]);
    }
  }
  return pairs;
}

/** How many of the rarest words decide: a list that shares none of them shares too few of the rest. */
function decisiveWords(length: number, least: number): number {
  return length - Math.ceil((least * length) / (2 - least) - 1e-9) + 1;
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
