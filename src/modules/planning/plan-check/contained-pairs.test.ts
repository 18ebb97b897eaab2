import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containedPairs } from './contained-pairs.ts';

/** The plain definition, each list against each other. */
function slowPairs(lists: readonly (readonly string[])[], least: number): string[] {
  return lists.flatMap((few, first) =>
    lists.flatMap((many, second) => {
      const left = [...many];
      const isInside = few.every((word) => left.includes(word) && left.splice(left.indexOf(word), 1));
      const isNear = few.length > 0 && 2 * few.length >= least * (few.length + many.length);
      const isTold = first === second || (few.length === many.length && second < first);
      return isInside && isNear && !isTold ? [`${first} ${second}`] : [];
    }),
  );
}

describe('texts of which one holds the other', () => {
  it('are exactly those that comparing each with each finds', () => {
    const word = fc.constantFrom('so', 'hoa', 'ho', 'tuc', 'mot', 'cua', 'xa');
    const lists = fc.array(fc.array(word, { maxLength: 9 }), { maxLength: 12 });
    fc.assert(
      fc.property(lists, fc.constantFrom(0.5, 0.8, 0.88, 1), (some, least) => {
        const found = containedPairs(some, least).map((pair) => pair.join(' '));
        expect(found.sort()).toEqual(slowPairs(some, least).sort());
      }),
    );
  });
});
