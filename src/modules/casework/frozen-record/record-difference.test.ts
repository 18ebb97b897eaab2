import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differencesOf } from './record-difference.ts';

const then = [
  ['State', 'open'],
  ['Point 1', 'one'],
  ['Content', 'first'],
  ['Content', 'second'],
];

it('a record that says the same has not changed', () => {
  expect(differencesOf(then, then)).toEqual([]);
});

it('what changed, went and came is told, in the order of then', () => {
  const now = [
    ['Content', 'first'],
    ['Content', 'other'],
    ['State', 'done'],
    ['Point 2', 'two'],
  ];
  expect(differencesOf(then, now)).toEqual([
    { label: 'State', frozen: 'open', now: 'done' },
    { label: 'Point 1', frozen: 'one', now: null },
    { label: 'Content', frozen: 'second', now: 'other' },
    { label: 'Point 2', frozen: null, now: 'two' },
  ]);
});

it('turning then and now around turns each difference around', () => {
  const rows = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y')), {
    maxLength: 8,
  });
  const sorted = (all: readonly { label: string; frozen: string | null; now: string | null }[]) =>
    all.map(({ label, frozen: a, now: b }) => JSON.stringify([label, a, b])).toSorted();
  fc.assert(
    fc.property(rows, rows, (one, other) => {
      const back = differencesOf(other, one).map(({ label, frozen: a, now: b }) => ({
        label,
        frozen: b,
        now: a,
      }));
      expect(sorted(back)).toEqual(sorted(differencesOf(one, other)));
    }),
  );
});
