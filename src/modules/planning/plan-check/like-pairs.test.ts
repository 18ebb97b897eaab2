import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likePairs } from './like-pairs.ts';

/** The plain definition, each list against each other. */
function slowPairs(lists: readonly (readonly string[])[], least: number): [number, number][] {
  return lists.flatMap((one, first) =>
    lists.slice(first + 1).flatMap((other, index): [number, number][] => {
      const left = [...other];
      const shared = one.filter((word) => left.includes(word) && left.splice(left.indexOf(word), 1)).length;
      const isLike = one.length > 0 && 2 * shared >= least * (one.length + other.length);
      return isLike ? [[first, first + 1 + index]] : [];
    }),
  );
}

describe('pairs of like texts', () => {
  it('are exactly those that comparing each with each finds', () => {
    const word = fc.constantFrom('so', 'hoa', 'ho', 'tuc', 'mot', 'cua', 'xa');
    const lists = fc.array(fc.array(word, { maxLength: 9 }), { maxLength: 12 });
    fc.assert(
      fc.property(lists, fc.constantFrom(0.5, 0.8, 0.88, 1), (some, least) => {
        const found = likePairs(some, least).map(([one, other]) => `${one} ${other}`);
        expect(found.sort()).toEqual(
          slowPairs(some, least)
            .map((pair) => pair.join(' '))
            .sort(),
        );
      }),
    );
  });
});
